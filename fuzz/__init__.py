"""Coverage-guided fuzzing of the ways in: `python -m fuzz TARGET`; `README.md` says what each promises."""
