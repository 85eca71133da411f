"""Coverage-guided fuzzing of the five ways in: `python -m fuzz TARGET`; `README.md` says what each promises."""
