"""The despatch advice (awizo wysyłki, 001:262–454): made of orders, packed, checked, approved; SSCC; labels.

Pure functions over `model.trade.DespatchAdvice`. Every verb gives a new document, or what is said against it.
"""
