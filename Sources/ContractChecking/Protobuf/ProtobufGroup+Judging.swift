import ContractCompatibility
import ContractModel
import Diagnostics

extension ProtobufGroup {
    /// Nothing for a group, or for a contract, that has to be judged by itself.
    func judge() -> [String: Judgement] {
        let new = loadProtobuf(members.map(\.path)) { newFiles[$0] }
        // What is wrong is told with the contract that it is wrong in.
        guard new.errors.isEmpty else { return [:] }
        let earlier = members.filter { $0.member.earlier != nil }
        let old = loadProtobuf(earlier.map(\.path)) { oldFiles[$0] }
        guard old.errors.isEmpty, !hasExtensions(new.schema), !hasExtensions(old.schema) else { return [:] }

        let importers = ProtobufImporterPair(old: ProtobufImporters(old.schema), new: ProtobufImporters(new.schema))
        let moved = contractsWithMoves(old.schema, new.schema, importers)
        var judgements: [String: Judgement] = [:]
        for entry in members where !moved.contains(entry.path) { judgements[entry.member.contract.name] = Judgement() }
        for level in ProtobufLevel.allCases {
            let asking = earlier.filter { $0.member.contract.level == level && !moved.contains($0.path) }
            guard !asking.isEmpty else { continue }
            let names = Dictionary(asking.map { ($0.path, $0.member.contract) }) { first, _ in first }
            for victim in Difference.Victim.allCases {
                let differences = compareProtobuf(
                    old: old.schema, new: new.schema, level: level, for: victim, roots: (asking[0].path, asking[0].path))
                for difference in differences {
                    guard let hit = importers.hit(by: difference) else { return [:] }
                    for path in hit {
                        guard let contract = names[path] else { continue }
                        judgements[contract.name]?.findings.append(
                            DirectedDifference(difference: difference.inWords(of: contract, importedAs: path), victim: victim))
                    }
                }
            }
        }
        for entry in earlier {
            guard let version = entry.member.earlier,
                let change = messageChange(entry.member.contract, version, at: entry.path, old: old.schema, new: new.schema)
            else { continue }
            judgements[entry.member.contract.name]?.addForBoth(change)
        }
        return judgements
    }

    /// An extension counts for whoever can see it. Those of options, which are everywhere, are no part of the data.
    private func hasExtensions(_ schema: ProtobufSchema) -> Bool {
        schema.fields.contains { $0.isExtension && !schema[schema[$0.message].file].isWellKnown }
    }

    /// Of what has moved between files, one contract may see where it was and not where it is.
    private func contractsWithMoves(
        _ old: ProtobufSchema, _ new: ProtobufSchema, _ importers: ProtobufImporterPair
    ) -> Set<String> {
        var moves: [(from: String, to: String)] = []
        func note(_ from: ProtobufID<ProtobufFile>, _ to: ProtobufID<ProtobufFile>?) {
            guard let to, old[from].path != new[to].path else { return }
            moves.append((old[from].path, new[to].path))
        }
        for message in old.messages { note(message.file, new.message(named: message.fullName)?.file) }
        for enumeration in old.enums { note(enumeration.file, new.enumeration(named: enumeration.fullName)?.file) }
        let services = Dictionary(new.services.map { ($0.fullName, $0.file) }) { first, _ in first }
        for service in old.services { note(service.file, services[service.fullName]) }
        return moves.reduce(into: []) { found, move in
            found.formUnion(importers.old.importers(of: move.from))
            found.formUnion(importers.new.importers(of: move.to))
        }
    }
}

extension Difference {
    /// What concerns the file as a whole is told of by its path.
    fileprivate func inWords(of contract: CheckedContract, importedAs importPath: String) -> Difference {
        let own = ownPath(of: contract)
        guard own != importPath, path == importPath || path.hasPrefix(importPath + "/") else { return self }
        var told = self
        told.path = own + path.dropFirst(importPath.count)
        return told
    }
}
