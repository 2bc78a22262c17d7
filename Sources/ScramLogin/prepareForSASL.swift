/// SASLprep (RFC 4013) of a user name or password, for SCRAM.
///
/// Text that the preparation leaves as it is passes: printable ASCII and those characters of Latin-1 that Unicode's normal form
/// KC does not take apart. Anything else might be prepared otherwise here than there, and is refused rather than guessed at.
package func prepareForSASL(_ text: String, of what: String) throws(SASLProblem) -> [UInt8] {
    guard !text.isEmpty else { throw SASLProblem("the \(what) is empty") }
    for scalar in text.unicodeScalars where !staysAsItIs(scalar.value) {
        throw SASLProblem(
            "the \(what) holds characters that Heddle cannot prepare for SCRAM (RFC 4013); printable ASCII and most of Latin-1 are understood")
    }
    return Array(text.utf8)
}

private func staysAsItIs(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20...0x7E, 0xC0...0xFF: true
    // Between them, without the space, the soft hyphen, and what is written small, raised or as a fraction.
    case 0xA1...0xA7, 0xA9, 0xAB, 0xAC, 0xAE, 0xB0, 0xB1, 0xB6, 0xB7, 0xBB, 0xBF: true
    default: false
    }
}
