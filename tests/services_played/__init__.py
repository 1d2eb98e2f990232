"""The seven services that papers are looked up in, as each documents itself: a module a service.

None of it is made from our client: it is there to find out where that one is wrong.
"""
