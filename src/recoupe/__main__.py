"""Runs the command line as `python -m recoupe`."""

from recoupe.cli.main import main

if __name__ == "__main__":
    main()
