import EngineInterface
import Foundation
import MeshModel

/// The secret behind a reference, read when it is needed and kept by whoever needs it. Messages name the place alone.
///
/// - Parameters:
///   - what: whose it is, for the message: `the password for the registry of cluster 'eu'`.
///   - limit: longer files are refused.
func readSecret(
    _ reference: SecretReference, of what: String, in folder: MeshFolder, limit: Int = 64 << 10
) throws(EngineFailure) -> String {
    switch reference {
    case .environment(let name):
        guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else {
            throw EngineFailure(.refused, "\(what) is to be in the environment variable \(name), which is not set")
        }
        return value
    case .file(let path):
        guard let data = try? Data(contentsOf: folder.resolve(path)), data.count <= limit else {
            throw EngineFailure(.refused, "\(what) is to be in the file \(path), which cannot be read")
        }
        // Editors end a file with a line's end, which is no part of it.
        let text = String(decoding: data, as: UTF8.self)
        return text.hasSuffix("\r\n") ? String(text.dropLast()) : text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}
