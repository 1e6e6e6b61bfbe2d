"""Unknot: a self-hosted digital care programme for back muscle spasms."""

__version__ = "0.1.0"
