"""Presenters: facts and decisions to ready words. Templates hold no rule."""
