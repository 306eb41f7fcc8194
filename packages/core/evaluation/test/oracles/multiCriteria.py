"""Reference values for the multi-criteria methods of this package, by other means than the package uses.

Run: python3 multiCriteria.py   (needs numpy and mpmath)
"""
import itertools
import numpy as np
from mpmath import mp, mpf, matrix, eig

mp.dps = 40


def show(name, values):
    print(name, ", ".join(f"{float(v):.15g}" for v in values))


# AHP by a full eigendecomposition in 40 digits
def ahp(upper, n):
    a = mp.matrix(n, n)
    it = iter(upper)
    for i in range(n):
        a[i, i] = 1
        for j in range(i + 1, n):
            x, y = next(it)
            a[i, j] = mpf(x) / y
            a[j, i] = mpf(y) / x
    values, vectors = mp.eig(a)
    at = max(range(n), key=lambda i: mp.re(values[i]))
    v = [mp.re(vectors[i, at]) for i in range(n)]
    s = sum(v)
    return [x / s for x in v], mp.re(values[at])


w, l = ahp([(3, 1), (5, 1), (3, 1)], 3)
show("ahp 3: ", w + [l, (l - 3) / 2])
# Saaty 2008, Int. J. Services Sciences 1(1):83-98, table 2: drinks in the United States
rows = ["1 9 5 2 1 1 1/2", "1/9 1 1/3 1/9 1/9 1/9 1/9", "1/5 3 1 1/3 1/4 1/3 1/9", "1/2 9 3 1 1/2 1 1/3",
        "1 9 4 2 1 2 1/2", "1 9 3 1 1/2 1 1/3", "2 9 9 3 2 3 1"]
frac = lambda t: (int(t.split("/")[0]), int(t.split("/")[1])) if "/" in t else (int(t), 1)
up = [frac(t) for i, r in enumerate(rows) for j, t in enumerate(r.split()) if j > i]
w, l = ahp(up, 7)
show("ahp drinks: ", w + [l, (l - 7) / 6 / mpf("1.32"), (l - 7) / 6 / mpf("1.3417")])
# the random index of 3 x 3, all 17^3 judgements: a 3 x 3 eigenvalue is 1 + t + 1/t, t = (ac/b)^(1/3)
scale = [1 / mpf(k) for k in range(9, 1, -1)] + [mpf(k) for k in range(1, 10)]
ci = [(1 + t + 1 / t - 3) / 2 for a, b, c in itertools.product(scale, repeat=3) for t in [(a * c / b) ** (mpf(1) / 3)]]
show("random index 3: ", [sum(ci) / len(ci)])

x = np.array([[7, 9, 9, 8], [8, 7, 8, 7], [9, 6, 8, 9], [6, 7, 8, 6]], float)
w = np.array([0.1, 0.4, 0.3, 0.2])
cost = np.array([False, False, False, True])


def topsis(x, w, cost):
    v = x / np.sqrt((x**2).sum(0)) * w
    best = np.where(cost, v.min(0), v.max(0))
    worst = np.where(cost, v.max(0), v.min(0))
    near, far = np.sqrt(((v - best) ** 2).sum(1)), np.sqrt(((v - worst) ** 2).sum(1))
    return far / (near + far)


show("topsis cars: ", topsis(x, w, cost))

y = np.array([[80, 90, 6.0, 5.4, 8, 5], [65, 58, 2.0, 9.7, 1, 1], [83, 60, 4.0, 7.2, 4, 7], [40, 80, 10.0, 7.5, 7, 10], [52, 72, 6.0, 2.0, 3, 8], [94, 96, 7.0, 3.6, 5, 6]])
ycost = np.array([True, False, True, True, True, False])
yw = np.full(6, 1 / 6)
show("topsis plants: ", topsis(y, yw, ycost))


def vikor(x, w, cost, v):
    best = np.where(cost, x.min(0), x.max(0))
    worst = np.where(cost, x.max(0), x.min(0))
    g = w * (best - x) / (best - worst)
    s, r = g.sum(1), g.max(1)
    q = v * (s - s.min()) / (s.max() - s.min()) + (1 - v) * (r - r.min()) / (r.max() - r.min())
    return s, r, q


for name, values in zip("SRQ", vikor(y, yw, ycost, 0.5)):
    show(f"vikor plants {name}: ", values)
for name, values in zip("SRQ", vikor(x, w, cost, 0.7)):
    show(f"vikor cars {name}: ", values)

prefs = [lambda d: (d > 10) * 1.0, lambda d: np.clip(d / 30, 0, 1), lambda d: np.clip((d - 0.5) / 4.5, 0, 1),
         lambda d: np.where(d <= 1, 0, np.where(d <= 6, 0.5, 1)), lambda d: (d > 0) * 1.0,
         lambda d: 1 - np.exp(-(np.maximum(d, 0) ** 2) / 50)]
n = len(y)
pi = np.zeros((n, n))
for j in range(6):
    d = (y[:, None, j] - y[None, :, j]) * (-1 if ycost[j] else 1)
    pi += prefs[j](d) * (d > 0) * yw[j]
show("promethee pi(1,2): ", [pi[0, 1]])
show("promethee leaving: ", pi.sum(1) / (n - 1))
show("promethee entering: ", pi.sum(0) / (n - 1))
show("promethee net: ", (pi.sum(1) - pi.sum(0)) / (n - 1))

p = y / y.sum(0)
e = -(p * np.log(p)).sum(0) / np.log(n)
show("entropy plants: ", (1 - e) / (1 - e).sum())
z0 = np.array([[0, 1.0], [3, 1], [1, 2]])
p = z0 / z0.sum(0)
e = -np.where(p > 0, p * np.log(np.where(p > 0, p, 1)), 0).sum(0) / np.log(3)
show("entropy zero: ", (1 - e) / (1 - e).sum())
m = np.where(ycost, (y.max(0) - y), (y - y.min(0))) / (y.max(0) - y.min(0))
c = m.std(0, ddof=1) * (1 - np.corrcoef(m.T)).sum(0)
show("critic plants: ", c / c.sum())
show("z sample: ", (y[:, 0] - y[:, 0].mean()) / y[:, 0].std(ddof=1))
show("vector: ", y[:, 0] / np.sqrt((y[:, 0] ** 2).sum()))
