"""Coverage-guided fuzzing of the four ways in: `python -m fuzz TARGET`; `README.md` says what each promises."""
