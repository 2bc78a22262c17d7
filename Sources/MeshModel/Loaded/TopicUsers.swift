/// Who writes and who reads each topic: names of applications.
package struct TopicUsers: Sendable {
    package private(set) var writers: [String: Set<String>] = [:]
    package private(set) var readers: [String: Set<String>] = [:]

    package init(_ applications: [Resource<ApplicationSpec>]) {
        for application in applications {
            for production in application.spec.produces { writers[production.topic.value, default: []].insert(application.name) }
            for consumption in application.spec.consumes { readers[consumption.topic.value, default: []].insert(application.name) }
        }
    }
}
