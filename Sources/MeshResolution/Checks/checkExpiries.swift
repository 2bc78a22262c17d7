import Determinism
import Diagnostics
import MeshModel

/// Access documents whose time is over, and which say nothing any more.
///
/// Not part of `resolveMesh`: what manifests mean does not hang on when they are read.
package func checkExpiries(_ loaded: LoadedMesh, now: Instant) -> [Diagnostic] {
    loaded.access.compactMap { access in
        guard let expires = access.spec.expires, expires.value <= now else { return nil }
        let deed = access.spec.permission == .allow ? "grants" : "denies"
        return Diagnostic(
            .warning, code: "access/expired", "'\(access.name)' \(deed) nothing any more: its time was over at \(expires.value.minuteText)",
            at: expires.range, suggestion: "remove the document, or give it a later end")
    }
}
