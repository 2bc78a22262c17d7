/// Names, of which there may be without end: those that literals and prefixes bring in, less those that they take out.
package struct NameSet: Sendable, Hashable {
    package init() {}
}
