extension Endpoint {
    /// Schemas by what they are, not by their subject.
    static let schemas: [Endpoint] = [
        // Languages that Confluent's clients do not know are told to those who ask for all.
        Endpoint("GET", "/schemas/types") { _, call in
            RegistryAnswer(.strings(SchemaLanguage.all.filter { !$0.isAdditional || call.flag("all") }.map(\.type)))
        },
        Endpoint("GET", "/schemas") { registry, call in
            let found = registry.subjects(of: call).flatMap { subject in
                let versions = registry.state.versions(of: subject, call.deleted)
                return call.flag("latestOnly") ? versions.suffix(1) : versions[...]
            }
            return RegistryAnswer(.array(call.page(found).map { $0.output() }))
        },
        Endpoint("GET", "/schemas/ids/{id}") { registry, call throws(RegistryError) in
            let (schema, id) = try registry.schema(byID: call)
            var members: [(String, JSONOutput)] = [("guid", .string(schema.content.guid))]
            members += schema.content.membersBeforeText
            members.append(("schema", .string(try registry.text(of: schema, call.value("format")))))
            if call.flag("fetchMaxId") {
                members.append(("maxId", .integer(max(id, registry.state.highestID(in: schema.subject.context)))))
            }
            return RegistryAnswer(.object(members))
        },
        Endpoint("GET", "/schemas/ids/{id}/schema") { registry, call throws(RegistryError) in
            RegistryAnswer(body: try registry.text(of: try registry.schema(byID: call).schema, call.value("format")))
        },
        Endpoint("GET", "/schemas/ids/{id}/subjects") { registry, call throws(RegistryError) in
            var subjects: [String] = []
            for place in try registry.places(byID: call) where subjects.last != place.subject.text {
                subjects.append(place.subject.text)
            }
            return RegistryAnswer(.strings(call.page(subjects)))
        },
        Endpoint("GET", "/schemas/ids/{id}/versions") { registry, call throws(RegistryError) in
            let places = call.page(try registry.places(byID: call))
            return RegistryAnswer(
                .array(places.map { .object([("subject", .string($0.subject.text)), ("version", .integer($0.version))]) }))
        },
        Endpoint("GET", "/schemas/guids/{guid}") { registry, call throws(RegistryError) in
            guard let schema = registry.places(byGUID: call).first else { throw .schemaNotFound(call.parameters["guid"] ?? "") }
            return RegistryAnswer(
                .object(
                    [("guid", .string(schema.content.guid))] + schema.content.membersBeforeText
                        + [("schema", .string(try registry.text(of: schema, call.value("format"))))]))
        },
        Endpoint("GET", "/schemas/guids/{guid}/ids") { registry, call throws(RegistryError) in
            let places = registry.places(byGUID: call)
            guard !places.isEmpty else { throw .schemaNotFound(call.parameters["guid"] ?? "") }
            var ids: [(context: String, id: Int)] = []
            for place in places where !ids.contains(where: { $0 == (place.subject.context, place.id) }) {
                ids.append((place.subject.context, place.id))
            }
            return RegistryAnswer(.array(ids.map { .object([("context", .string($0.context)), ("id", .integer($0.id))]) }))
        },
    ]
}

extension Registry {
    /// Softly deleted schemas are still read by their id: data that was written with them goes on to be.
    ///
    /// The subject that a client names tells the context. What is not there is looked for in the default one.
    private func allPlaces(byID call: Call) throws(RegistryError) -> (places: [SchemaVersion], id: Int) {
        guard let id = call.parameters["id"].flatMap({ Int32($0) }).map({ Int($0) }) else { throw .unknownPath }
        let context = aliased(call.qualified(call.value("subject") ?? "")).context
        for context in [context, SubjectName.defaultContext] {
            let places = state.places(of: id, in: context)
            if !places.isEmpty { return (places, id) }
        }
        throw .schemaNotFound(String(id))
    }

    fileprivate func schema(byID call: Call) throws(RegistryError) -> (schema: SchemaVersion, id: Int) {
        let (places, id) = try allPlaces(byID: call)
        let subject = aliased(call.qualified(call.value("subject") ?? ""))
        return (places.first { $0.subject == subject } ?? places[0], id)
    }

    fileprivate func places(byID call: Call) throws(RegistryError) -> [SchemaVersion] {
        try allPlaces(byID: call).places.filter { !$0.isDeleted || call.flag("deleted") }
    }

    fileprivate func places(byGUID call: Call) -> [SchemaVersion] {
        state.places(ofGUID: call.parameters["guid"]?.lowercased() ?? "")
    }

    /// A schema in the writing that is asked for.
    func text(of schema: SchemaVersion, _ format: String?) throws(RegistryError) -> String {
        guard let format, !format.isEmpty, format != "default", let language = SchemaLanguage.named(schema.content.type) else {
            return schema.content.text
        }
        do throws(SchemaProblem) {
            guard let text = language.rendering(try state.text(of: schema.content, in: schema.subject), format) else {
                return schema.content.text
            }
            return text
        } catch {
            throw .invalidSchema(error.message)
        }
    }
}

extension SchemaVersion {
    /// As answers tell it.
    func output(text: String? = nil) -> JSONOutput {
        var members: [(String, JSONOutput)] = [
            ("subject", .string(subject.text)), ("version", .integer(version)), ("id", .integer(id)),
            ("guid", .string(content.guid)),
        ]
        members += content.membersBeforeText
        members.append(("schema", .string(text ?? content.text)))
        if isDeleted { members.append(("deleted", .bool(true))) }
        return .object(members)
    }
}
