// SwiftPM passes over a target that holds no Swift of its own; the rest is generated of the contract beside this file.
