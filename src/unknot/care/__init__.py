"""The programme: pure functions over facts and knowledge. No clock, no disk, no Django."""
