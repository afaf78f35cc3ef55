"""`recoupe model`: what the language models are."""

import typer

from recoupe.parse import model_card

__all__ = ["run"]


def run() -> None:
    """Print what the language models were trained on, how well they read, and which bytes they are."""
    typer.echo(model_card())
