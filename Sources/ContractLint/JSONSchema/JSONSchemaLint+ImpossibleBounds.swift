import ContractModel
import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    mutating func checkBounds(_ place: JSONSchemaLintPlace) {
        let pairs = [
            ("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties"), ("minContains", "maxContains"),
            ("minimum", "maximum"), ("exclusiveMinimum", "maximum"), ("minimum", "exclusiveMaximum"),
            ("exclusiveMinimum", "exclusiveMaximum"),
        ]
        for (least, most) in pairs {
            guard let lower = place.node[least]?.number, let upper = place.node.member(most), let bound = upper.value.number
            else { continue }
            let isExclusive = least.hasPrefix("exclusive") || most.hasPrefix("exclusive")
            guard bound < lower || (isExclusive && bound == lower) else { continue }
            findings.add(
                .jsonSchemaImpossibleBounds, "no value meets '\(least)' \(lower.text) and '\(most)' \(bound.text) together",
                at: upper.range)
        }
        if let names = place.node["required"]?.array, let most = place.node.member("maxProperties"),
            let bound = most.value.number, bound < JSONNumber(Int64(names.count))
        {
            findings.add(
                .jsonSchemaImpossibleBounds, "\(names.count) properties are required, and at most \(bound.text) allowed",
                at: most.range)
        }
    }
}
