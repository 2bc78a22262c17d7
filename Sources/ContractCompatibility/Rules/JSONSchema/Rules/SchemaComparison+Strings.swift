extension SchemaComparison {
    mutating func compareStrings(_ was: StringDemand, _ now: StringDemand, _ old: Int, _ new: Int) {
        compareBound("maxLength", was.maxLength, now.maxLength, .maxLength, old, new)
        compareBound("minLength", was.minLength, now.minLength, .minLength, old, new)
        if was.pattern != now.pattern {
            let (before, after) = (range(old, "pattern"), range(new, "pattern"))
            switch (was.pattern, now.pattern) {
            case (nil, let pattern?):
                tell(.patternAdded, at: ["pattern"], old: before, new: after, "it must match '\(pattern)' now")
            case (let pattern?, nil):
                tell(.patternRemoved, at: ["pattern"], old: before, new: after, "it need not match '\(pattern)' any more")
            case (let first?, let second?):
                tell(.patternChanged, at: ["pattern"], old: before, new: after, "it had to match '\(first)', now '\(second)'")
            case (nil, nil): break
            }
        }
        compareFormat(was.format, now.format, old, new)
        for keyword in ["contentEncoding", "contentMediaType"] where was.content[keyword] != now.content[keyword] {
            let change: JSONSchemaChange =
                was.content[keyword] == nil ? .contentAdded : now.content[keyword] == nil ? .contentRemoved : .contentChanged
            tell(
                change, at: [keyword], old: range(old, keyword), new: range(new, keyword),
                "'\(keyword)' was \(was.content[keyword].map { "'\($0)'" } ?? "not given") and is "
                    + (now.content[keyword].map { "'\($0)'" } ?? "not given any more"))
        }
    }

    mutating func compareFormat(_ was: String?, _ now: String?, _ old: Int, _ new: Int) {
        guard was != now else { return }
        let (before, after) = (range(old, "format"), range(new, "format"))
        switch (was, now) {
        case (nil, let format?):
            tell(.formatAdded, at: ["format"], old: before, new: after, "the format '\(format)' is asked for now")
        case (let format?, nil):
            tell(.formatRemoved, at: ["format"], old: before, new: after, "the format '\(format)' is asked for no more")
        case (let first?, let second?):
            let isWider = Self.widerFormats[first]?.contains(second) ?? false
            tell(
                isWider ? .formatExtended : .formatChanged, at: ["format"], old: before, new: after,
                "the format was '\(first)' and is '\(second)'")
        case (nil, nil): break
        }
    }

    /// Formats that hold all that another does (2020-12, Validation 7.3; int32 and float as OpenAPI has them).
    private static let widerFormats: [String: Set<String>] = [
        "email": ["idn-email"],
        "hostname": ["idn-hostname"],
        "uri": ["uri-reference", "iri", "iri-reference"],
        "uri-reference": ["iri-reference"],
        "iri": ["iri-reference"],
        "int32": ["int64"],
        "float": ["double"],
    ]
}
