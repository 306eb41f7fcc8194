"""Reference values of ExactDistribution.test.ts: exact fractions, printed to 15 digits.

    python3 exactTests.py
"""
from decimal import Decimal, getcontext
from fractions import Fraction
from math import comb

getcontext().prec = 40


def show(name, value):
    print(name, f"{Decimal(value.numerator) / Decimal(value.denominator):.14e}")


def urn(total, marked, drawn, least):
    ways = sum(comb(marked, k) * comb(total - marked, drawn - k) for k in range(least, min(marked, drawn) + 1))
    return Fraction(ways, comb(total, drawn))


def trials(count, chance, least):
    return sum(comb(count, k) * chance**k * (1 - chance) ** (count - k) for k in range(least, count + 1))


show("urn 100000/7000/900 >= 95", urn(100000, 7000, 900, 95))
show("urn 2000/300/800 >= 180", urn(2000, 300, 800, 180))
show("urn 60/17/20 >= 11", urn(60, 17, 20, 11))
show("binomial 3000, 3/10 >= 1000", trials(3000, Fraction(3, 10), 1000))
show("binomial 40, 1/3 >= 20", trials(40, Fraction(1, 3), 20))
show("runs own 30 others 300 <= 20", sum(Fraction(comb(29, r - 1) * comb(301, r), comb(330, 30)) for r in range(1, 21)))
left, right = [[Fraction(comb(m, k) * comb(t - m, d - k), comb(t, d)) for k in range(d + 1)] for t, m, d in [(700, 60, 550), (900, 400, 30)]]
show("two urns >= 70", sum(l * r for i, l in enumerate(left) for j, r in enumerate(right) if i + j >= 70))
