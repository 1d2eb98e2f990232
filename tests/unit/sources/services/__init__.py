"""Tests of the adapters of services."""
