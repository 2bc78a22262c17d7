/// What is wrong with a topic's name by Kafka's rule; nil when nothing is. Continues "'a b' …".
package func topicNameProblem(_ text: String) -> String? {
    if text.isEmpty { return "is empty" }
    if text == "." || text == ".." { return "is not allowed as a topic's name" }
    if text.utf8.count <= 249, text.utf8.allSatisfy({ isTopicNameScalar(Unicode.Scalar($0)) }) { return nil }
    if text.utf8.count > 249 { return "is longer than Kafka's 249 characters" }
    guard let offender = text.unicodeScalars.first(where: { !isTopicNameScalar($0) }) else {
        return nil
    }
    return "holds \(offender == " " ? "a space" : "'\(offender)'"), but topic names have only letters, digits, '.', '_' and '-'"
}

private func isTopicNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": true
    default: false
    }
}
