#!/usr/bin/python3
"""A small window that files are dragged out of, as out of a file manager. Usage: drag-source.py FILE..."""

import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

uris = [Path(name).resolve().as_uri() for name in sys.argv[1:]]
window = Gtk.Window(title="Drag source", default_width=160, default_height=80)
box = Gtk.EventBox()
box.add(Gtk.Label(label="drag me"))
box.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
box.drag_source_add_uri_targets()
box.connect("drag-data-get", lambda _widget, _context, data, _info, _time: data.set_uris(uris))
window.add(box)
window.connect("destroy", Gtk.main_quit)
window.show_all()
Gtk.main()
