import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel

extension KafkaEngine {
    package func confirm(_ operations: [EngineOperation]) async -> [EngineOutcome] {
        var outcomes = [EngineOutcome](repeating: .done, count: operations.count)
        var open = Array(operations.indices)
        let pace = client.pace(deadline: options.confirmationDeadline)
        while true {
            var failure: EngineFailure?
            do throws(EngineFailure) {
                let picture = try await readBack(open.map { operations[$0] })
                open = open.filter { !picture.shows(operations[$0]) }
            } catch {
                failure = error
            }
            guard !open.isEmpty else { return outcomes }
            guard await pace.waitAfterFailure() else {
                for index in open { outcomes[index] = failure.map { .unknown($0) } ?? .failed(notThere(operations[index])) }
                return outcomes
            }
        }
    }

    private func notThere(_ operation: EngineOperation) -> EngineFailure {
        EngineFailure(.refused, "\(operation.phrase): it was accepted and is not there", code: nil)
    }

    /// Asks for as much as tells whether these are done, and no more.
    private func readBack(_ operations: [EngineOperation]) async throws(EngineFailure) -> ReadBack {
        let question = ReadBackQuestion(operations)
        var picture = ReadBack()
        if !question.topics.isEmpty {
            let metadata = try await ask(
                MetadataRequest(topics: question.topics.sorted().map { .init(name: $0) }, allowAutoTopicCreation: false))
            for topic in metadata.topics where topic.errorCode == .none {
                if let name = topic.name { picture.partitions[name] = topic.partitions.count }
            }
        }
        // What is not there has no config to ask for.
        let described = question.configKeys.filter { picture.partitions[$0.key] != nil }.sorted { $0.key < $1.key }
        for answer in await concurrently(describeRequests(described), width: options.width, { await self.configs($0) }) {
            for result in try answer.get().results where result.errorCode == .none {
                picture.configs[result.resourceName] = Dictionary(result.configs.map { ($0.name, $0.value ?? "") }) { $1 }
            }
        }
        for answer in await concurrently(describeRequests(question.rules), width: options.width, { await self.answer(to: $0) }) {
            picture.rules.formUnion(readAccess(try answer.get()))
        }
        if !question.schemas.isEmpty {
            let histories = try await history(of: question.schemas.map { SubjectQuestion($0, everyVersion: false) })
            for (schema, history) in zip(question.schemas, histories) where history.declaredVersion != nil { picture.schemas.insert(schema) }
        }
        return picture
    }

    private func describeRequests(_ topics: [(key: String, value: Set<String>)]) -> [DescribeConfigsRequest] {
        stride(from: 0, to: topics.count, by: 1000).map { start in
            DescribeConfigsRequest(
                resources: topics[start..<min(start + 1000, topics.count)].map {
                    .init(resourceType: ConfigResource.topic, resourceName: $0.key, configurationKeys: $0.value.sorted())
                })
        }
    }

    /// Few rules are asked for each, many by one question for all.
    private func describeRequests(_ rules: [AccessRule]) -> [DescribeAclsRequest] {
        guard !rules.isEmpty else { return [] }
        guard rules.count <= 16 else { return [describeAllACLs] }
        return rules.map { rule in
            let binding = ACLBinding(rule)
            return DescribeAclsRequest(
                resourceTypeFilter: binding.resourceType, resourceNameFilter: binding.resourceName, patternTypeFilter: binding.patternType,
                principalFilter: binding.principal, hostFilter: binding.host, operation: binding.operation, permissionType: binding.permission)
        }
    }

    /// There are servers that hang up where only some keys are asked for: then for all, as when observing.
    private func configs(_ request: DescribeConfigsRequest) async -> Result<DescribeConfigsResponse, EngineFailure> {
        do {
            return .success(try await client.send(request, deadline: .zero))
        } catch {
            return await answer(to: describeConfigsRequest(of: request.resources.map(\.resourceName)))
        }
    }

    private func ask<Request: KafkaRequest>(_ request: Request) async throws(EngineFailure) -> Request.Response {
        do { return try await client.send(request) } catch { throw failure(error) }
    }

    private func answer<Request: KafkaRequest>(to request: Request) async -> Result<Request.Response, EngineFailure> {
        do throws(EngineFailure) { return .success(try await ask(request)) } catch { return .failure(error) }
    }
}
