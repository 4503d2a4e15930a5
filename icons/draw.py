#!/usr/bin/env python3
"""Draws every icon size from seal.svg. Run by hand after changing the drawing: `python3 icons/draw.py`.

Needs librsvg and cairo, which the window's own packages bring; nothing else. The .ico and .icns containers hold PNGs
and are written here, so that the same drawing always gives the same bytes.
"""

import ctypes
import pathlib
import struct
import tempfile

HERE = pathlib.Path(__file__).parent
ARGB32 = 0  # CAIRO_FORMAT_ARGB32: always four channels, which Tauri asks for

rsvg = ctypes.CDLL("librsvg-2.so.2")
cairo = ctypes.CDLL("libcairo.so.2")
rsvg.rsvg_handle_new_from_data.restype = ctypes.c_void_p
rsvg.rsvg_handle_new_from_data.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p]
cairo.cairo_image_surface_create.restype = ctypes.c_void_p
cairo.cairo_create.restype = ctypes.c_void_p
cairo.cairo_create.argtypes = [ctypes.c_void_p]
cairo.cairo_surface_write_to_png.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
cairo.cairo_destroy.argtypes = [ctypes.c_void_p]
cairo.cairo_surface_destroy.argtypes = [ctypes.c_void_p]


class Rectangle(ctypes.Structure):
    _fields_ = [(name, ctypes.c_double) for name in ("x", "y", "width", "height")]


rsvg.rsvg_handle_render_document.argtypes = [
    ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(Rectangle), ctypes.c_void_p,
]


def png(handle, size):
    """The drawing as PNG bytes, `size` pixels square, RGBA."""
    surface = cairo.cairo_image_surface_create(ARGB32, size, size)
    context = cairo.cairo_create(surface)
    if not rsvg.rsvg_handle_render_document(handle, context, ctypes.byref(Rectangle(0, 0, size, size)), None):
        raise SystemExit("librsvg could not draw seal.svg")
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        if cairo.cairo_surface_write_to_png(surface, file.name.encode()) != 0:
            raise SystemExit("cairo could not write the PNG")
        data = pathlib.Path(file.name).read_bytes()
    cairo.cairo_destroy(context)
    cairo.cairo_surface_destroy(surface)
    return data


def ico(pictures):
    """Windows icon: a directory of PNG pictures, 16 to 256 pixels."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries, bodies = b"", b""
    for size, data in pictures:
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset + len(bodies))
        bodies += data
    return head + entries + bodies


def icns(pictures):
    """macOS icon: typed chunks of PNG pictures."""
    body = b"".join(kind + struct.pack(">I", len(data) + 8) + data for kind, data in pictures)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main():
    source = (HERE / "seal.svg").read_bytes()
    handle = rsvg.rsvg_handle_new_from_data(source, len(source), None)
    if not handle:
        raise SystemExit("librsvg could not read seal.svg")
    sizes = {size: png(handle, size) for size in (16, 24, 32, 48, 64, 128, 256, 512, 1024)}
    for name, size in (("32x32", 32), ("128x128", 128), ("128x128@2x", 256), ("icon", 512)):
        (HERE / f"{name}.png").write_bytes(sizes[size])
    (HERE / "icon.ico").write_bytes(ico([(s, sizes[s]) for s in (16, 24, 32, 48, 64, 256)]))
    kinds = ((b"icp4", 16), (b"icp5", 32), (b"ic11", 32), (b"ic12", 64), (b"ic07", 128), (b"ic13", 256),
             (b"ic08", 256), (b"ic14", 512), (b"ic09", 512), (b"ic10", 1024))
    (HERE / "icon.icns").write_bytes(icns([(kind, sizes[size]) for kind, size in kinds]))


if __name__ == "__main__":
    main()
