// The plugins have this file, too, by a link: what they declare is what the tool writes.

/// The name of the Swift file for a contract at a path: `orders/created.avsc` → `orders+created.avsc.swift`.
///
/// Two paths never share one, and none is that of a file that people write for a type.
func swiftFileName(forContractAt path: String) -> String {
    let escaped = path.split(separator: "/").map { name in
        name.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%25")
            .split(separator: "+", omittingEmptySubsequences: false).joined(separator: "%2B")
    }
    return escaped.joined(separator: "+") + ".swift"
}

/// The endings by which a contract is known without being told its format.
let contractEndings = [".avsc", ".proto", ".schema.json", ".xsd"]

func isContractFile(_ path: String) -> Bool { contractEndings.contains { path.hasSuffix($0) } }
