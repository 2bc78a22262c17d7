/// The registry as a value: it answers requests from what the log says, and says what has to be written to it.
///
///     let answer = registry.answer(request)
///     // append answer.records to the log; when they are acknowledged:
///     for record in answer.records { try registry.apply(record) }
///     // and send the answer
///
/// The interface is that of Confluent's Schema Registry: Specs/http/schema-registry.openapi.yaml.
package struct Registry: Sendable {
    package private(set) var state = RegistryState()
    package let about: About

    /// What the registry says of itself.
    package struct About: Sendable, Hashable {
        package var clusterID: String
        package var version: String

        package init(clusterID: String = "", version: String = "") {
            self.clusterID = clusterID
            self.version = version
        }
    }

    package init(about: About = About()) { self.about = about }

    /// - Throws: why the record is passed over; nothing has then changed.
    package mutating func apply(_ record: RegistryRecord) throws(RecordProblem) { try state.apply(record) }

    package func answer(_ request: RegistryRequest) -> RegistryAnswer {
        do throws(RegistryError) {
            var call = try Call(request)
            let (endpoint, parameters) = try Endpoint.find(call.method, call.segments)
            call.parameters = parameters
            return try endpoint.answer(self, call)
        } catch {
            return RegistryAnswer(error)
        }
    }

    /// What the registry holds now, for others to look into.
    package var snapshot: RegistrySnapshot { RegistrySnapshot(state: state) }
}
