import CLibXML2

/// Reads a whole document. Total and bounded: external entities are not read, inner ones grow within libxml2's limits, and
/// elements nest at most 256 deep. `root` is nil where the text is not well-formed.
package func parseXML(_ bytes: [UInt8]) -> (root: XMLElement?, problems: [XMLProblem]) {
    let (root, problems) = collectingProblems { problems -> XMLElement? in
        guard let document = bytes.withUnsafeBufferPointer({ heddle_xml_parse($0.baseAddress, $0.count, problems) }) else {
            return nil
        }
        defer { heddle_xml_document_free(document) }
        return heddle_xml_root(document).map(element)
    }
    guard root == nil, problems.isEmpty else { return (root, problems) }
    let empty = XMLProblem(
        isError: true, kind: .text, source: 0, place: XMLPlace(line: 1), message: "this is not an XML document", code: 0)
    return (nil, [empty])
}

/// Runs `body` with a list for libxml2's problems, and gives them as values; the first thousand are kept.
func collectingProblems<Result>(_ body: (OpaquePointer?) -> Result) -> (Result, [XMLProblem]) {
    let list = heddle_xml_problems_create(1_000)
    defer { heddle_xml_problems_free(list) }
    let result = body(list)
    let problems = (0..<heddle_xml_problems_count(list)).map { index in
        let problem = heddle_xml_problems_at(list, index)
        return XMLProblem(
            isError: problem.is_error, kind: problem.is_of_validation ? .validity : .text,
            source: problem.source < 0 ? nil : Int(problem.source),
            place: XMLPlace(line: max(0, Int(problem.line)), bytes: range(problem.offset, problem.end)),
            message: problem.message.map { String(cString: $0) } ?? "", code: Int(problem.code))
    }
    return (result, problems)
}

private func range(_ offset: Int64, _ end: Int64) -> Range<Int>? {
    offset >= 0 && end >= offset ? Int(offset)..<Int(end) : nil
}

private func element(_ pointer: OpaquePointer) -> XMLElement {
    var attributes: [XMLName: String] = [:]
    var attribute = heddle_xml_first_attribute(pointer)
    while let current = attribute {
        let name = XMLName(string(heddle_xml_attribute_name(current)), in: string(heddle_xml_attribute_namespace(current)))
        attributes[name] = taken(heddle_xml_copy_attribute_value(current))
        attribute = heddle_xml_next_attribute(current)
    }
    var declarations: [String: String] = [:]
    var declaration = heddle_xml_first_declaration(pointer)
    while let current = declaration {
        declarations[string(heddle_xml_declared_prefix(current))] = string(heddle_xml_declared_uri(current))
        declaration = heddle_xml_next_declaration(current)
    }
    var children: [XMLElement] = []
    var child = heddle_xml_first_child(pointer)
    while let current = child {
        children.append(element(current))
        child = heddle_xml_next(current)
    }
    return XMLElement(
        name: XMLName(string(heddle_xml_name(pointer)), in: string(heddle_xml_namespace_of(pointer))),
        attributes: attributes, declarations: declarations, children: children,
        text: taken(heddle_xml_copy_text(pointer)),
        place: XMLPlace(line: Int(heddle_xml_line(pointer)), bytes: range(heddle_xml_offset(pointer), heddle_xml_end(pointer))))
}

private func string(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

private func taken(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
    defer { heddle_xml_free_string(pointer) }
    return pointer.map { String(cString: $0) } ?? ""
}
