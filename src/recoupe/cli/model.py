"""`recoupe model`: what the language models are."""

import typer

from recoupe.pipeline.naming import model_card

__all__ = ["run"]


def run() -> None:
    """Print what the language models were trained on, and how well they read."""
    typer.echo(model_card())
