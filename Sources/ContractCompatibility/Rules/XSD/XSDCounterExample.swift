import XSDModel

/// A document that one version takes and the other does not: libxml2 has said so of both.
package struct XSDCounterExample: Sendable, Hashable {
    package var document: String
    /// Why the new version refuses it.
    package var reason: String
}

/// Looks for a document that is valid under `old` and not under `new`, among random ones. That none is found says nothing.
package func findXSDCounterExample(
    old: XSDSchema, new: XSDSchema, attempts: Int = 200, using random: inout some RandomNumberGenerator
) -> XSDCounterExample? {
    var sampler = XSDSampler(old)
    for attempt in 0..<attempts {
        guard let document = sampler.document(isSmall: attempt % 4 == 3, using: &random) else { continue }
        let bytes = Array(document.utf8)
        guard let told = new.validate(bytes).first, old.isValid(bytes) else { continue }
        return XSDCounterExample(document: document, reason: told.message)
    }
    return nil
}
