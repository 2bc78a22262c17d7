/// A name as one part of a key whose parts are separated by slashes: a slash is written `%2F`, and so a percent sign `%25`.
package func escapedName(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%") }) else { return name }
    var result = ""
    for scalar in name.unicodeScalars {
        switch scalar {
        case "%": result += "%25"
        case "/": result += "%2F"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// What `escapedName` was given. Percent signs that it would not have written stand for themselves.
package func unescapedName(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), rest.starts(with: "2F".utf8) || rest.starts(with: "25".utf8) {
            result.append(rest.starts(with: "2F".utf8) ? UInt8(ascii: "/") : UInt8(ascii: "%"))
            rest = rest.dropFirst(2)
        } else {
            result.append(byte)
        }
    }
    return String(decoding: result, as: UTF8.self)
}
