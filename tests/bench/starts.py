"""200 steps from each of 512 x 512 starts on the Rosenbrock valley, vectorised in NumPy: beside bench's runsFromAllStarts.

Once with nothing but the ends, and once with what a map needs too: the lowest loss of each run, and whether all was finite.
"""
import time

import numpy as np

SIDE, STEPS, LR = 512, 200, 0.001
BETA1, BETA2, EPS = 0.9, 0.999, 1e-8


class Ends:
    def look(self, x, y):
        r = y - x * x
        return -2 * (1 - x) - 400 * x * r, 200 * r


class Watched:
    def __init__(self):
        self.lowest, self.finite = np.inf, True

    def look(self, x, y):
        r = y - x * x
        s = 1 - x
        loss = s * s + 100 * r * r
        self.lowest = np.minimum(loss, self.lowest)
        self.finite = self.finite & np.isfinite(loss)
        return -2 * s - 400 * x * r, 200 * r


def starts():
    x, y = np.meshgrid(np.linspace(-2, 2, SIDE), np.linspace(-1, 3, SIDE))
    return x.ravel(), y.ravel()


def sgd(watch):
    x, y = starts()
    for _ in range(STEPS):
        gx, gy = watch.look(x, y)
        x -= LR * gx
        y -= LR * gy
    watch.look(x, y)


def adam(watch):
    x, y = starts()
    mx, my, vx, vy = (np.zeros_like(x) for _ in range(4))
    for t in range(1, STEPS + 1):
        gx, gy = watch.look(x, y)
        mx = BETA1 * mx + (1 - BETA1) * gx
        my = BETA1 * my + (1 - BETA1) * gy
        vx = BETA2 * vx + (1 - BETA2) * gx * gx
        vy = BETA2 * vy + (1 - BETA2) * gy * gy
        rate, root = LR / (1 - BETA1**t), np.sqrt(1 - BETA2**t)
        x -= rate * mx / (np.sqrt(vx) / root + EPS)
        y -= rate * my / (np.sqrt(vy) / root + EPS)
    watch.look(x, y)


with np.errstate(all="ignore"):
    for rule in (sgd, adam):
        for watch in (Ends, Watched):
            best = float("inf")
            for _ in range(3):
                begin = time.perf_counter()
                rule(watch())
                best = min(best, time.perf_counter() - begin)
            rate = SIDE * SIDE * STEPS / best
            what = f"numpy rosenbrock {rule.__name__} {watch.__name__.lower()}"
            print(f"{what}: {1e3 * best:.0f} ms, {rate / 1e6:.1f} M steps/s")
