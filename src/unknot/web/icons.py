"""Our own icons on a 24 grid, 2 px strokes, round ends. Always beside a word."""

# ruff: noqa: E501
ICONS = {
    "phone": '<path d="M7.2 3.6 9 3.2c.7-.1 1.3.2 1.6.9l1 2.5c.2.6.1 1.2-.4 1.6L9.8 9.3c1 2.3 2.6 3.9 4.9 4.9l1.1-1.4c.4-.5 1-.6 1.6-.4l2.5 1c.7.3 1 .9.9 1.6l-.4 1.8c-.2 1.4-1.4 2.4-2.8 2.4C10.3 19.2 4.8 13.7 4.8 6.4c0-1.4 1-2.6 2.4-2.8Z"/>',
    "stethoscope": '<path d="M4 3v5.5a4 4 0 0 0 8 0V3"/><path d="M8 12.5V16a5 5 0 0 0 5 5 5 5 0 0 0 5-5v-1.5"/><circle cx="18" cy="12" r="2.5"/>',
    "runner": '<circle cx="16" cy="4.7" r="2"/><path d="M4.5 9.5 8 7.2l4.2 1L9.5 14l4 3-1 4.5"/><path d="m12.2 8.2 3 3.3 4-1.2"/><path d="m9.5 14-1 2.8-4.5.8"/>',
    "book": '<path d="M12 5.5C9.5 4.2 6.5 4 3.5 4.2v14.3c3-.2 6 0 8.5 1.3 2.5-1.3 5.5-1.5 8.5-1.3V4.2c-3-.2-6 0-8.5 1.3Z"/><path d="M12 5.5v14.3"/>',
    "scales": '<path d="M12 3.5v17M8 20.5h8M4 7.5l8-2 8 2"/><path d="M4.5 7.5 2 14h6L5.5 7.5M18.5 7.5 16 14h6l-2.5-6.5"/><path d="M2 14c.3 1.5 1.5 2.3 3 2.3S7.7 15.5 8 14M16 14c.3 1.5 1.5 2.3 3 2.3s2.7-.8 3-2.3"/>',
    "question": '<circle cx="12" cy="12" r="9"/><path d="M9.3 9.5a2.8 2.8 0 1 1 4.3 2.4c-1 .6-1.6 1.1-1.6 2.1"/><path d="M12 17.2v.01"/>',
    "right": '<path d="m9 5 7 7-7 7"/>',
    "left": '<path d="m15 5-7 7 7 7"/>',
    "down": '<path d="m5 9 7 7 7-7"/>',
    "check": '<path d="m4 13 5 5L20 6.5"/>',
    "cross": '<path d="m6 6 12 12M18 6 6 18"/>',
    "flame": '<path d="M13 3.5c.4 3.3-5.7 6-5.7 11a5 5 0 0 0 9.9.5c.3-2.4-.9-4-2-5.3-.3 1.3-.9 2-1.9 2.5.5-3 .6-6.2-.3-8.7Z"/>',
    "snow": '<path d="M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9"/><path d="m9.8 4.7 2.2 2 2.2-2M9.8 19.3l2.2-2 2.2 2"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>',
    "bookmark": '<path d="M6.5 3.5h11v17L12 16l-5.5 4.5Z"/>',
    "fork": '<path d="M12 20.5V12L5.5 4M12 12l6.5-8"/>',
    "pause": '<path d="M8.5 5v14M15.5 5v14"/>',
    "play": '<path d="M7 4.5v15l12-7.5Z"/>',
    "next": '<path d="M5 4.5v15l10.5-7.5ZM19 4.5v15"/>',
    "sound": '<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5Z"/><path d="M15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"/>',
    "mute": '<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5Z"/><path d="m16 9.5 5 5M21 9.5l-5 5"/>',
    "pulse": '<path d="M3 15h3.5L9 5l3.5 14L15 9.5l2 5.5h4"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "moon": '<path d="M20 14.2A8.5 8.5 0 1 1 9.8 4a7 7 0 0 0 10.2 10.2Z"/>',
    "sun": '<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4"/>',
    "bed": '<path d="M2.5 17.5h19M4 17.5V10a2 2 0 0 1 2-2h1a2 2 0 0 1 2 2v4M9 10.5h8a3 3 0 0 1 3 3v4"/>',
    "swap": '<path d="M3.5 9h15l-4-4M20.5 15h-15l4 4"/>',
    "offline": '<path d="M3 3l18 18M9 14.5a5 5 0 0 1 4-1M5.5 11a10 10 0 0 1 4-2.3M13.5 8.3A10 10 0 0 1 18.5 11M12 18.5v.01"/>',
    "message": '<path d="M4 5h16v11.5H9L4 20.5Z"/>',
    "pin": '<path d="M12 21c4.5-4.8 7-8.3 7-11.2A7 7 0 0 0 5 9.8C5 12.7 7.5 16.2 12 21Z"/><circle cx="12" cy="9.8" r="2.3"/>',
    "flag": '<path d="M5.5 21.5V4c4-2 8 2 13 0v9c-5 2-9-2-13 0"/>',
    "print": '<path d="M7 8V3.5h10V8M7 17H4V8h16v9h-3"/><path d="M7 14h10v6.5H7Z"/>',
    "download": '<path d="M12 3.5v12M7 11l5 5 5-5M4 20.5h16"/>',
    "calendar": '<path d="M4 5.5h16v15H4ZM4 10h16M8.5 3v4.5M15.5 3v4.5"/>',
    "pen": '<path d="m4 20 1.2-4.6L15.8 4.8l3.4 3.4L8.6 18.8Z"/><path d="m13.3 7.3 3.4 3.4"/>',
    "plus": '<path d="M12 6v12M6 12h12"/>',
    "minus": '<path d="M6 12h12"/>',
}


def icon(name: str) -> str:
    """Return an icon drawn in the colour of the text beside it. Raises KeyError for another name."""
    return (
        f'<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" '
        f'focusable="false">{ICONS[name]}</svg>'
    )
