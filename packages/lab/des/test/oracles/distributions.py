"""Exact means, variances and chances of distributions, from mpmath with 40 digits.

Run: python3 distributions.py > distributions.json. No code is shared with the package: chances are
erfc, incomplete gamma functions and matrix exponentials of mpmath; moments of cut normals are its
integrals of the density.
"""
import json
from mpmath import mp, mpf, erfc, gammainc, gamma, exp, log, sqrt, quad, expm, matrix, lu_solve, linspace

mp.dps = 60
cases = []


def add(data, mean, variance, chance, places):
    cases.append({
        "distribution": data,
        "mean": float(mean),
        "variance": float(variance),
        "chances": [[x, float(chance(mpf(x)))] for x in places],
    })


def above(x):
    return erfc(x / sqrt(mpf(2))) / 2


def normal(mean, deviation, low, high, places):
    m, s = mpf(mean), mpf(deviation)
    a = None if low is None else (mpf(low) - m) / s
    b = None if high is None else (mpf(high) - m) / s
    if b is not None and b < -5:  # far left: from what is below, so that 60 digits are enough
        chance = lambda x: above((m - x) / s) / above(-b)
    else:
        top = mpf(1) if a is None else above(a)
        bottom = mpf(0) if b is None else above(b)
        chance = lambda x: (top - above((x - m) / s)) / (top - bottom)
    # The density divided by what it is at the point of the range nearest to the mean.
    nearest = mpf(0)
    if a is not None and a > 0:
        nearest = a
    if b is not None and b < 0:
        nearest = b
    weight = lambda x: exp((nearest * nearest - x * x) / 2)
    grid = linspace(nearest - 14 if a is None else a, nearest + 14 if b is None else b, 40)
    total = quad(weight, grid)
    first = quad(lambda x: x * weight(x), grid) / total
    second = quad(lambda x: (x - first) ** 2 * weight(x), grid) / total
    data = {"kind": "normal", "mean": mean, "deviation": deviation}
    if low is not None:
        data["low"] = low
    if high is not None:
        data["high"] = high
    add(data, m + s * first, s * s * second, chance, places)


def gammas(data, shape, scale, places):
    shape, scale = mpf(shape), mpf(scale)
    add(data, shape * scale, shape * scale ** 2,
        lambda x: gammainc(shape, 0, x / scale, regularized=True), places)


def phases(data, start, rows, places):
    t = matrix(rows)
    n = t.rows
    one = matrix([1] * n)
    first = lu_solve(-t, one)
    second = lu_solve(-t, first)
    dot = lambda v: sum(mpf(start[i]) * v[i] for i in range(n))
    mean = dot(first)
    add(data, mean, 2 * dot(second) - mean ** 2, lambda x: 1 - dot(expm(t * x) * one), places)


normal(0, 1, None, None, [-9, -5, -2.6, -2.4, -0.5, 0, 0.1, 2, 3, 6])
normal(10, 4, 0, None, [0.5, 3, 10, 20])
normal(-3, 2, 0, 5, [0.1, 1, 4])
normal(0, 1, 3, 3.0009765625, [3.000244140625, 3.00048828125])
normal(0, 1, None, -8, [-8.5, -8.0625])
normal(0, 1, 20, None, [20.0078125, 20.0625, 20.25])
normal(0, 1, -1, 1, [-0.75, 0.25])
gammas({"kind": "gamma", "shape": 0.3, "scale": 2}, 0.3, 2, [1e-6, 0.01, 0.5, 3, 20])
gammas({"kind": "gamma", "shape": 75.5, "scale": 0.25}, 75.5, 0.25, [10, 15, 19, 25])
gammas({"kind": "gamma", "shape": 100000, "scale": 1}, 100000, 1, [99000, 99999, 100001, 101000])
gammas({"kind": "erlang", "phases": 40, "mean": 10}, 40, 0.25, [5, 8, 12])
for median, sigma in [(2, 0.75)]:
    s2 = mpf(sigma) ** 2
    add({"kind": "lognormal", "median": median, "sigma": sigma}, median * exp(s2 / 2),
        median ** 2 * exp(s2) * (exp(s2) - 1), lambda x: above(-log(x / median) / sigma), [0.125, 1, 2, 5, 30])
for shape, scale in [(0.625, 3)]:
    k = 1 / mpf(shape)
    add({"kind": "weibull", "shape": shape, "scale": scale}, scale * gamma(1 + k),
        scale ** 2 * (gamma(1 + 2 * k) - gamma(1 + k) ** 2),
        lambda x: 1 - exp(-(x / scale) ** mpf(shape)), [1e-5, 0.125, 3, 40])
for shape, scale in [(2.5, 3)]:
    a = mpf(shape)
    add({"kind": "pareto", "shape": shape, "scale": scale}, a * scale / (a - 1),
        a * scale ** 2 / ((a - 1) ** 2 * (a - 2)), lambda x: 1 - (scale / x) ** a, [3.5, 4, 40])
phases({"kind": "hypoexponential", "means": [1, 2, 2, 0.5]}, [1, 0, 0, 0],
       [[-1, 1, 0, 0], [0, -0.5, 0.5, 0], [0, 0, -0.5, 0.5], [0, 0, 0, -2]], [0.5, 1, 5, 20])
phases({"kind": "hypoexponential", "means": [0.0009765625, 1]}, [1, 0], [[-1024, 1024], [0, -1]], [0.125, 1, 5])
phases({"kind": "hyperexponential", "means": [1, 4], "probabilities": [0.375, 0.625]}, [0.375, 0.625],
       [[-1, 0], [0, -0.25]], [0.125, 1, 5])
phases({"kind": "phaseType", "start": [0.25, 0.75], "generator": [[-5, 2], [1, -1.5]]}, [0.25, 0.75],
       [[-5, 2], [1, -1.5]], [0.125, 1, 5])
print(json.dumps(cases, indent=1))
