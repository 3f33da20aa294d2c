#!/usr/bin/env python3
"""Makes parts that barely need supports, slices them with PrusaSlicer and writes what it says as a table.

    bench/make-support-parts.py FOLDER SETTINGS.ini
    ./millwright bench estimate --models FOLDER --all

The parts: cones and pyramids on their tips with walls around the threshold, rims that step out by a fraction of a line and by
several, waves and knobs, turned blocks, brackets, a ball, a lying cylinder, a table, an arch, a hook. Needs numpy.
"""

import math
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np

FILAMENT_MM2 = math.pi * 1.75**2 / 4


def write_stl(path, triangles):
    points = np.array(triangles, dtype="<f4")
    points[:, :, 2] -= points[:, :, 2].min()
    record = np.zeros(len(points), dtype=[("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
    record["corners"] = points
    path.write_bytes(b" " * 80 + struct.pack("<I", len(points)) + record.tobytes())


def loft(levels):
    """A solid between polygons of equally many corners, each given with its height."""
    rings = [[(x, y, z) for x, y in polygon] for polygon, z in levels]
    count = len(rings[0])
    triangles = []
    for ring, up in ((rings[0], False), (rings[-1], True)):
        middle = tuple(np.mean(np.array(ring), axis=0))
        for i in range(count):
            a, b = ring[i], ring[(i + 1) % count]
            triangles.append((middle, a, b) if up else (middle, b, a))
    for low, high in zip(rings, rings[1:]):
        for i in range(count):
            j = (i + 1) % count
            triangles += [(low[i], low[j], high[j]), (low[i], high[j], high[i])]
    return triangles


def circle(radius, corners=64, waves=0, depth=0.0):
    polygon = []
    for i in range(corners):
        angle = 2 * math.pi * i / corners
        r = radius * (1 + depth * math.cos(waves * angle))
        polygon.append((r * math.cos(angle), r * math.sin(angle)))
    return polygon


def turned(profile):
    return loft([(circle(radius), z) for radius, z in profile])


def rectangle(width, depth, x=0.0, y=0.0):
    w, d = width / 2, depth / 2
    return [(x - w, y - d), (x + w, y - d), (x + w, y + d), (x - w, y + d)]


def cross(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cut(polygon):
    """Cuts a polygon into triangles, ear by ear."""
    left, ears = list(range(len(polygon))), []
    while len(left) > 3:
        for at in range(len(left)):
            i, j, k = left[at - 1], left[at], left[(at + 1) % len(left)]
            a, b, c = polygon[i], polygon[j], polygon[k]
            inside = (
                m
                for m in left
                if m not in (i, j, k)
                and cross(a, b, polygon[m]) >= 0
                and cross(b, c, polygon[m]) >= 0
                and cross(c, a, polygon[m]) >= 0
            )
            if cross(a, b, c) > 1e-12 and next(inside, None) is None:
                ears.append((i, j, k))
                left.pop(at)
                break
        else:
            raise ValueError("the polygon crosses itself")
    return ears + [tuple(left)]


def prism(polygon, depth):
    """A polygon in x and z, as deep along y."""
    area = sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(polygon, polygon[1:] + polygon[:1]))
    corners = polygon if area > 0 else polygon[::-1]
    front = [(x, -depth / 2, z) for x, z in corners]
    back = [(x, depth / 2, z) for x, z in corners]
    triangles = []
    for i, j, k in cut(corners):
        triangles += [(front[i], front[j], front[k]), (back[i], back[k], back[j])]
    for i in range(len(corners)):
        j = (i + 1) % len(corners)
        triangles += [(front[i], back[i], back[j]), (front[i], back[j], front[j])]
    return triangles


def rotated(triangles, axis, degrees):
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    matrix = {"x": [[1, 0, 0], [0, c, -s], [0, s, c]], "y": [[c, 0, s], [0, 1, 0], [-s, 0, c]], "z": [[c, -s, 0], [s, c, 0], [0, 0, 1]]}[axis]
    return (np.array(triangles) @ np.array(matrix).T).tolist()


def arc(radius, begin, end, step, z=0.0):
    return [(radius * math.cos(math.radians(t)), z + radius * math.sin(math.radians(t))) for t in range(begin, end, step)]


def parts():
    for angle in (25, 30, 32, 34, 36, 38, 40, 42, 44, 46):
        out = 4 + 6 / math.tan(math.radians(angle))
        yield f"cone-{angle}", turned([(4, 0), (4, 3), (out, 9), (out, 11)])
    for angle in (47, 50, 55, 60, 70):
        out = 6 + 12 / math.tan(math.radians(angle))
        levels = [(rectangle(6, 6), 0), (rectangle(6, 6), 3), (rectangle(out, out), 9), (rectangle(out, out), 11)]
        yield f"pyramid-{angle}", rotated(loft(levels), "z", 20)
    for step in (0.22, 0.26, 0.3, 0.35, 0.5, 1, 2):
        yield f"rim-{step}", turned([(8, 0), (8, 4.1), (8 + step, 4.1), (8 + step, 6)])
    for step in (0.1, 0.15, 0.18, 0.2, 0.25, 0.3, 0.6):
        wide = rectangle(12 + 2 * step, 9 + 2 * step)
        levels = [(rectangle(12, 9), 0), (rectangle(12, 9), 5.1), (wide, 5.1), (wide, 7)]
        yield f"square-rim-{step}", rotated(loft(levels), "z", 20)
    for depth in (0.02, 0.05):
        plain, wavy = circle(8, 180), circle(8.25, 180, 9, depth)
        yield f"wave-{depth}", loft([(plain, 0), (plain, 4.05), (wavy, 4.05), (wavy, 6)])
    for name, waves, depth, radius in (("a", 24, 0.03, 9), ("b", 12, 0.06, 8.8)):
        plain, wavy = circle(6, 240), circle(radius, 240, waves, depth)
        yield f"knob-{name}", loft([(plain, 0), (plain, 3), (wavy, 6.1), (wavy, 9)])
    for angle in (10, 25, 40, 50):
        yield f"block-{angle}", rotated(loft([(rectangle(14, 9), 0), (rectangle(14, 9), 5)]), "y", angle)
    block = loft([(rectangle(14, 9), 0), (rectangle(14, 9), 6)])
    yield "block-on-corner", rotated(rotated(block, "y", 35), "x", 20)
    yield "bracket-thin", prism([(0, 0), (1.5, 0), (1.5, 8), (12, 8), (12, 9.5), (0, 9.5)], 1.3)
    yield "bracket-short", prism([(0, 0), (2, 0), (2, 6), (6, 6), (6, 8), (0, 8)], 0.8)
    yield "bracket-wide", prism([(0, 0), (4, 0), (4, 10), (15, 10), (15, 13), (0, 13)], 6)
    yield "ledge", prism([(0, 0), (3, 0), (3, 5), (3.6, 5), (3.6, 9), (0, 9)], 3)
    yield "slope", prism([(0, 0), (3, 0), (3, 5), (4.5, 5.9), (4.5, 9), (0, 9)], 4)
    yield "tee", prism([(-1.5, 0), (1.5, 0), (1.5, 7), (6, 7), (6, 9), (-6, 9), (-6, 7), (-1.5, 7)], 5)
    yield "tiny-ledge", prism([(0, 0), (1, 0), (1, 2.1), (2, 2.1), (2, 3), (0, 3)], 1.2)
    yield "tiny-slope", prism([(0, 0), (0.8, 0), (1.8, 0.9), (1.8, 2.5), (0.6, 2.5), (0, 1)], 1.4)
    yield "tiny-slot", prism([(0, 0), (2, 0), (2, 0.6), (1, 0.6), (1, 1.4), (2, 1.4), (2, 2), (0, 2)], 2.5)
    for radius, first, step in ((8, 20, 5), (3, 30, 10)):
        angles = [math.radians(t) for t in range(first, 181, step)]
        yield f"ball-{radius}", turned([(radius * math.sin(t) + 1e-3, radius - radius * math.cos(t)) for t in angles])
    yield "cylinder", prism(arc(6, 0, 360, 6), 14)
    yield "mushroom", turned([(2, 0), (2, 7), (7, 8), (7, 9), (1, 12)])
    cone = [[(x + 9, y, z + 3) for x, y, z in corner] for corner in turned([(0.05, 0), (2, 7.5)])]
    post = loft([(rectangle(4, 4, -8), 0), (rectangle(4, 4, -8), 10.5)])
    yield "hanging-tip", post + loft([(rectangle(24, 6, 2), 10), (rectangle(24, 6, 2), 12)]) + cone
    yield "table", prism([(-10, 0), (-8, 0), (-8, 9), (8, 9), (8, 0), (10, 0), (10, 11), (-10, 11)], 12)
    yield "arch", prism([(12, 0), (12, 13), (-12, 13), (-12, 0), (-9, 0)] + arc(9, 5, 180, 5, 0.01)[::-1] + [(9, 0)], 8)
    yield "hook", prism([(0, 0), (3, 0), (3, 10), (8, 10), (8, 6), (10, 6), (10, 13), (0, 13)], 4)
    out = 2 + 7 / math.tan(math.radians(40))
    yield "diamond", prism([(-2, 0), (2, 0), (out, 7), (0, 16), (-out, 7)], 6)


def told(gcode):
    """Seconds, mm of filament and mm³ of supports in a program."""
    text = gcode.read_text()
    clock = re.search(r"estimated printing time \(normal mode\) = (.*)", text).group(1)
    seconds = sum(int(n) * {"d": 86400, "h": 3600, "m": 60, "s": 1}[unit] for n, unit in re.findall(r"(\d+)([dhms])", clock))
    filament = float(re.search(r"filament used \[mm\] = ([\d.]+)", text).group(1))
    kind, at, support = "", 0.0, 0.0
    for line in text.splitlines():
        if line.startswith(";TYPE:"):
            kind = line[6:]
        elif line.startswith("G92 E"):
            at = float(line[5:])
        elif line.startswith("G1 "):
            end = re.search(r"E(-?[\d.]+)", line)
            if end:
                moves = re.search(r"[XY]", line)
                support += float(end.group(1)) - at if moves and kind.startswith("Support") else 0
                at = float(end.group(1))
    return seconds, filament, support * FILAMENT_MM2


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, settings = Path(sys.argv[1]), Path(sys.argv[2])
    if shutil.which("prusa-slicer") is None:
        sys.exit("prusa-slicer is missing.\nMaybe install the package prusa-slicer.")
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(settings, folder / "settings.ini")
    rows = ["file,infill_pct,supports,rc,time_s,filament_mm,filament_mm3,filament_g,layers,mm3_perimeter,mm3_infill,mm3_solid,mm3_support,error"]
    for name, triangles in parts():
        model, gcode = folder / f"{name}.stl", folder / f"{name}.gcode"
        write_stl(model, triangles)
        slicing = subprocess.run(
            ["prusa-slicer", "--load", settings, "--fill-density", "15%", "--fill-pattern", "rectilinear"]
            + ["--support-material", "--center", "150,150", "--export-gcode", "-o", gcode, model],
            capture_output=True,
            timeout=240,
        )
        if slicing.returncode:
            print(f"{name}: PrusaSlicer refuses it")
            continue
        seconds, filament, support = told(gcode)
        rows.append(f"{model.name},15,1,0,{seconds},{filament},,,,,,,{support:.2f},")
    (folder / "truth_fdm_slices.csv").write_text("\n".join(rows) + "\n")
    print(f"{len(rows) - 1} parts in {folder}")


main()
