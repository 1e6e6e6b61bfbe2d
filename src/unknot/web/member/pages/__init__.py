"""Presenters: facts and decisions to ready words. Templates hold no condition on a clinical value."""
