import ArgumentParser

/// The forms in which the report of `heddle check` can be had.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, junit, github, markdown }
