import XSDModel

/// What makes documents that are valid under `old` invalid under `new`. Empty when there is nothing to tell; without a
/// breaking difference, every document that is valid under `old` is valid under `new`.
///
///     compareXSD(old: old, new: new)   // backward
///     compareXSD(old: new, new: old)   // forward: the ranges come the other way round, too
///
/// Documents begin with any global element. Content models are compared as the languages that they are (XML Schema
/// Structures, 3.8), so that it does not matter how a model is written. Types are compared by what they take, not by their
/// names. What cannot be decided is `xsd/unknown-change`, which breaks.
///
/// Not looked at: `xsi:type` on elements of simple types, and the facets of `QName` and `NOTATION` but for equality.
///
/// - Parameter effort: how many steps may be taken. Beyond it, the last difference is `xsd/comparison-given-up`.
/// - Returns: those nearest the root come first. Paths are `/order/item/@sku`, with names in the target namespace short.
package func compareXSD(old: XSDSchema, new: XSDSchema, effort: Int = 300_000) -> [Difference] {
    var comparison = XSDComparison(old: old, new: new, effort: effort)
    return comparison.run()
}
