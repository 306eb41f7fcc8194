"""Reference numbers for output analysis, by other means than the package uses.

Needs Python 3 with mpmath, numpy and scipy. Run in this folder:

    python3 outputAnalysis.py > outputAnalysis.json

Student quantiles: root of the regularised incomplete beta function in 40 digits. Clopper-Pearson:
quantiles of the beta distribution (scipy). Order statistic ranks: exact rational binomial
sums. Regression: numpy.linalg.lstsq on the full design matrix. MSER, batch means, overlapping batch
means, autocorrelation: the printed formulas, with no running sums, in rational arithmetic.
"""
import json
from fractions import Fraction
from math import comb

import mpmath
import numpy
from scipy.stats import beta

mpmath.mp.dps = 40


def student_chance(t, freedom):
    """P(-t < T < t)."""
    return 1 - mpmath.betainc(mpmath.mpf(freedom) / 2, 0.5, 0, freedom / (freedom + t * t), True)


def bisect(rises, low, high):
    for _ in range(140):
        middle = (low + high) / 2
        if rises(middle):
            high = middle
        else:
            low = middle
    return (low + high) / 2


def student(confidence, freedom):
    confidence = mpmath.mpf(confidence)
    high = mpmath.mpf(1)
    while student_chance(high, freedom) < confidence:
        high *= 2
    return bisect(lambda t: student_chance(t, freedom) >= confidence, mpmath.mpf(0), high)


def clopper_pearson(hits, count, confidence):
    tail = (1 - float(confidence)) / 2
    low = 0.0 if hits == 0 else float(beta.ppf(tail, hits, count - hits + 1))
    high = 1.0 if hits == count else float(beta.isf(tail, hits + 1, count - hits))
    return [low, high]


def ranks(count, probability, tail):
    """l largest with P(B <= l-1) <= tail, u smallest with P(B >= u) <= tail."""
    p = Fraction(probability)
    terms = [comb(count, k) * p**k * (1 - p) ** (count - k) for k in range(count + 1)]
    low = max((l for l in range(0, count + 1) if sum(terms[:l]) <= tail), default=0)
    high = min((u for u in range(0, count + 2) if sum(terms[u:]) <= tail))
    return [low, high]


def lehmer(seed, count):
    """A small generator, so that the samples can be written down as integers."""
    values = []
    for _ in range(count):
        seed = seed * 48271 % 2147483647
        values.append(seed)
    return values


def dependent(count):
    """An autoregressive series of whole thousandths with a start far off."""
    level, values = Fraction(9000), []
    for word in lehmer(7, count):
        level = Fraction(int(level * 8 / 10)) + word % 2001 - 1000
        values.append(int(level))
    return values


def mean(values):
    return sum(values, Fraction(0)) / len(values)


def mser(values, size):
    k = len(values) // size
    means = [mean([Fraction(v) for v in values[i * size:(i + 1) * size]]) for i in range(k)]
    best = None
    for cut in range(0, k - max(5, k // 10) + 1):
        kept = means[cut:]
        centre = mean(kept)
        score = sum((m - centre) ** 2 for m in kept) / len(kept) ** 2
        if best is None or score < best[1]:
            best = (cut, score)
    return {"cutCount": best[0] * size, "score": float(best[1])}


def batches(values, count):
    size = len(values) // count
    kept = [Fraction(v) for v in values[len(values) - count * size:]]
    means = [mean(kept[i * size:(i + 1) * size]) for i in range(count)]
    centre = mean(means)
    variance = sum((m - centre) ** 2 for m in means) / (count - 1)
    squares = sum((m - centre) ** 2 for m in means)
    lag1 = sum((a - centre) * (b - centre) for a, b in zip(means, means[1:])) / squares
    half = student("0.95", count - 1) * mpmath.sqrt(mpmath.mpf(float(variance)) / count)
    return {"mean": float(centre), "halfWidth": float(half), "lag1": float(lag1)}


def overlapping(values, size):
    n = len(values)
    exact = [Fraction(v) for v in values]
    centre = mean(exact)
    squares = sum((mean(exact[i:i + size]) - centre) ** 2 for i in range(n - size + 1))
    variance = squares * size / ((n - size + 1) * (n - size))
    freedom = int(3 * (Fraction(n, size) - 1) / 2)
    half = student("0.95", freedom) * mpmath.sqrt(mpmath.mpf(float(variance)))
    return {"mean": float(centre), "halfWidth": float(half), "freedom": freedom}


def autocorrelations(values, lag_max):
    exact = [Fraction(v) for v in values]
    centre = mean(exact)
    squares = sum((v - centre) ** 2 for v in exact)
    return [float(sum((exact[i] - centre) * (exact[i + lag] - centre)
                      for i in range(len(exact) - lag)) / squares) for lag in range(lag_max + 1)]


def jackknife(above, below):
    n = len(above)
    total = Fraction(sum(above), sum(below))
    pseudo = [n * total - (n - 1) * Fraction(sum(above) - y, sum(below) - x)
              for y, x in zip(above, below)]
    centre = mean(pseudo)
    variance = sum((p - centre) ** 2 for p in pseudo) / (n - 1)
    half = student("0.95", n - 1) * mpmath.sqrt(mpmath.mpf(float(variance)) / n)
    return {"mean": float(centre), "halfWidth": float(half)}


def classical(above, below):
    n = len(above)
    ratio = Fraction(sum(above), sum(below))
    rest = [y - ratio * x for y, x in zip(above, below)]
    variance = sum((r - mean(rest)) ** 2 for r in rest) / (n - 1)
    half = student("0.95", n - 1) * mpmath.sqrt(mpmath.mpf(float(variance)) / n) / (
        mpmath.mpf(sum(below)) / n)
    return {"mean": float(ratio), "halfWidth": float(half)}


def controlled(values, controls, means):
    """The intercept of the regression on controls less their means, with its standard error."""
    design = numpy.column_stack([numpy.ones(len(values))] + [
        numpy.array([row[q] for row in controls], float) - means[q] for q in range(len(means))])
    y = numpy.array(values, float)
    solution, *_ = numpy.linalg.lstsq(design, y, rcond=None)
    freedom = len(values) - len(means) - 1
    rest = y - design @ solution
    inverse = numpy.linalg.inv(design.T @ design)
    error = numpy.sqrt(rest @ rest / freedom * inverse[0, 0])
    return {"mean": float(solution[0]), "halfWidth": float(student("0.95", freedom)) * float(error),
            "coefficients": [float(b) for b in solution[1:]], "freedom": freedom}


def main():
    series = dependent(300)
    words = lehmer(11, 60)
    above = [w % 50 for w in words[:15]]
    below = [1 + w % 7 for w in words[15:30]]
    controls = [[words[2 * i] % 100, words[2 * i + 1] % 30] for i in range(20)]
    values = [3 * a - 2 * b + w % 11 for (a, b), w in zip(controls, words[40:])]
    print(json.dumps({
        "student": [[c, f, float(student(c, f))] for c in ("0.5", "0.9", "0.95", "0.99", "0.999",
                    "0.99999") for f in (1, 2, 3, 4, 5, 9, 10, 19, 28, 39, 99, 1000)],
        "clopperPearson": [[h, n, c, *clopper_pearson(h, n, c)] for h, n, c in (
            (0, 10, "0.95"), (10, 10, "0.95"), (1, 10, "0.95"), (5, 10, "0.9"), (50, 400, "0.95"),
            (3, 5000, "0.99"), (4990, 5000, "0.95"), (123456, 1000000, "0.999"))],
        "ranks": [[n, p, *ranks(n, p, Fraction(1, 40))] for n, p in (
            (6, "1/2"), (10, "1/2"), (100, "1/2"), (100, "9/10"), (250, "19/20"), (473, "99/100"),
            (600, "1/100"), (600, "1/3"))],
        "series": series,
        "mser": mser(series, 5),
        "batches": [[k, batches(series, k)] for k in (2, 7, 20, 30)],
        "overlapping": [[m, overlapping(series, m)] for m in (1, 15, 40)],
        "autocorrelations": autocorrelations(series, 12),
        "above": above, "below": below,
        "jackknife": jackknife(above, below), "classical": classical(above, below),
        "values": values, "controls": controls, "means": [49.5, 14.5],
        "controlled": controlled(values, controls, [49.5, 14.5]),
    }, indent=1))


main()
