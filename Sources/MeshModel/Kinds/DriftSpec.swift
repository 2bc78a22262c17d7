import Diagnostics

/// `drift` of kind Mesh: a `DriftPolicy` as it is written, with the place of each part.
package struct DriftSpec: Sendable {
    package struct Rule: Sendable {
        package var kind: Located<ResourceAddress.Kind>?
        package var cluster: Located<String>?
        package var name: Located<String>?
        package var field: Located<String>?
        package var response: Located<DriftPolicy.Response>
        /// Of the rule as a whole.
        package var range: SourceRange

        package init(
            kind: Located<ResourceAddress.Kind>? = nil, cluster: Located<String>? = nil, name: Located<String>? = nil,
            field: Located<String>? = nil, response: Located<DriftPolicy.Response>, range: SourceRange
        ) {
            self.kind = kind
            self.cluster = cluster
            self.name = name
            self.field = field
            self.response = response
            self.range = range
        }
    }

    package var standard: DriftPolicy.Response
    package var rules: [Rule]

    package init(standard: DriftPolicy.Response = .mend, rules: [Rule] = []) {
        self.standard = standard
        self.rules = rules
    }

    package var policy: DriftPolicy {
        DriftPolicy(
            standard: standard,
            rules: rules.map {
                .init(kind: $0.kind?.value, cluster: $0.cluster?.value, name: $0.name?.value, field: $0.field?.value, response: $0.response.value)
            })
    }
}
