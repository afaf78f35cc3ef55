"""Words, sentences, tags, trees and names; holds the models."""

from recoupe.parse.card import model_card
from recoupe.parse.detect import detect
from recoupe.parse.parser import Parser

__all__ = ["Parser", "detect", "model_card"]
