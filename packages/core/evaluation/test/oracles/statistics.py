"""Reference values for the statistics of this package, by other means than the package uses.

Run: python3 statistics.py   (needs mpmath; 40 digits, roots by mpmath.findroot, sums by fractions)
"""
from fractions import Fraction
from math import comb
from mpmath import mp, mpf, erfinv, exp, findroot, gammainc, log, loggamma, sqrt

mp.dps = 40


def show(name, *values):
    print(name, ", ".join(mp.nstr(mpf(v.numerator) / v.denominator if isinstance(v, Fraction) else v, 15) for v in values))


def root(f, low, high):
    return findroot(f, (low, high), solver="anderson", tol=1e-32, maxsteps=500)


def beta_lower(x, a, b):
    """x^a (1-x)^b / (a B(a,b)) * sum of (a+b)_i / (a+1)_i x^i, all terms positive."""
    if x > mpf(a) / (a + b):
        return 1 - beta_lower(1 - x, b, a)
    term = all = mpf(1)
    i = 0
    while term > all * mpf("1e-38"):
        term *= (a + b + i) * x / (a + 1 + i)
        all += term
        i += 1
    front = a * log(x) + b * log(1 - x) + loggamma(a + b) - loggamma(a) - loggamma(b)
    return exp(front) * all / a


def beta_quantile(tail, a, b):
    low, high = mpf(0), mpf(1)
    for _ in range(70):
        middle = (low + high) / 2
        if beta_lower(middle, mpf(a), mpf(b)) < tail:
            low = middle
        else:
            high = middle
    return low


def z(tail):
    return sqrt(2) * erfinv(1 - 2 * tail)


def wilson(k, n, c):
    t = z((1 - mpf(c)) / 2)
    p = mpf(k) / n
    middle = (p + t * t / (2 * n)) / (1 + t * t / n)
    half = t / (1 + t * t / n) * sqrt(p * (1 - p) / n + t * t / (4 * n * n))
    return middle - half, middle + half


def jeffreys(k, n, c):
    tail = (1 - mpf(c)) / 2
    a, b = mpf(k) + mpf("0.5"), n - k + mpf("0.5")
    return (0 if k == 0 else beta_quantile(tail, a, b)), (1 if k == n else beta_quantile(1 - tail, a, b))


def exact(k, n, c):
    tail = (1 - mpf(c)) / 2
    return (0 if k == 0 else beta_quantile(tail, k, n - k + 1)), (1 if k == n else beta_quantile(1 - tail, k + 1, n - k))


for k, n, c in [(0, 10, "0.95"), (1, 29, "0.95"), (15, 148, "0.95"), (81, 263, "0.95"), (911, 972, "0.99"), (10, 10, "0.9")]:
    for method in (wilson, jeffreys, exact):
        show(f"{method.__name__} {k}/{n} {c}:", *method(k, n, c))


def spiegelhalter(p, n, tail):
    before = Fraction(0)
    for r in range(n + 1):
        here = comb(n, r) * p**r * (1 - p) ** (n - r)
        if before + here > tail:
            return (r - (before + here - tail) / here) / n
        before += here


for p, n, tails in [(Fraction(9, 10), 3, Fraction(5, 100)), (Fraction(9, 10), 40, Fraction(5, 100)), (Fraction(3, 10), 25, Fraction(2, 1000)), (Fraction(1, 2), 7, Fraction(2, 1000)), (Fraction(93, 100), 500, Fraction(2, 1000))]:
    tail = tails / 2
    show(f"funnel {p} n={n} {tails}:", spiegelhalter(p, n, tail), 1 - spiegelhalter(1 - p, n, tail), spiegelhalter(p, n, 1 - tail))

for k, c in [(0, "0.95"), (5, "0.95"), (40, "0.998")]:
    tail = (1 - mpf(c)) / 2
    low = mpf(0) if k == 0 else root(lambda m: gammainc(k, 0, m, regularized=True) - tail, mpf(k) / 3, mpf(k))
    high = root(lambda m: gammainc(k + 1, m, mp.inf, regularized=True) - tail, mpf(k) + mpf("0.5"), mpf(k) * 2 + 10)
    show(f"garwood {k} {c}:", low, high)

# case-mix: 3 types, reference shares 1/2, 9/10, 1/5; unit has 4 of 6, 9 of 10, 0 of 5
dist = [Fraction(1)]
for n, p in [(6, Fraction(1, 2)), (10, Fraction(9, 10)), (5, Fraction(1, 5))]:
    for _ in range(n):
        dist = [(dist[i] * (1 - p) if i < len(dist) else 0) + (dist[i - 1] * p if i > 0 else 0) for i in range(len(dist) + 1)]
show("poisson binomial <=13, >=13:", sum(dist[:14]), sum(dist[13:]))

# beta-binomial maximum likelihood: gradient by sums of reciprocals, Newton from a start
data = [(3, 10), (8, 12), (5, 20), (15, 18), (30, 60), (2, 9), (44, 50), (7, 7)]


def gradient(m, s):
    dm = ds = mpf(0)
    for k, n in data:
        up = sum(1 / (m * s + i) for i in range(k))
        down = sum(1 / ((1 - m) * s + i) for i in range(n - k))
        dm += s * (up - down)
        ds += m * up + (1 - m) * down - sum(1 / (s + i) for i in range(n))
    return dm, ds


m, s = findroot(gradient, (mpf("0.55"), mpf(3)), tol=1e-30)
show("beta-binomial mean, strength:", m, s)

# Fisher: first 95/100 against 80/100, one-sided
def fisher(a, n, b, m):
    total = comb(n + m, a + b)
    return Fraction(sum(comb(n, i) * comb(m, a + b - i) for i in range(a, min(n, a + b) + 1)), total)

show("fisher 95/100 80/100:", fisher(95, 100, 80, 100))
show("fisher 3/3 0/3:", fisher(3, 3, 0, 3))
show("fisher 880/1000 860/1000:", fisher(880, 1000, 860, 1000))
