#!/usr/bin/env python3
"""Calls every method of confluent-kafka's SchemaRegistryClient that a registry of schemas answers.

    registry_client.py URL

Exits 0 when every check held; names the check that did not otherwise.
"""
import json
import sys
import uuid

from confluent_kafka.schema_registry import (
    ConfigCompatibilityLevel, Metadata, MetadataProperties, Rule, RuleKind, RuleMode, RuleParams, RuleSet, Schema, SchemaReference,
    SchemaRegistryClient, SchemaRegistryError, ServerConfig)

URL = sys.argv[1]
RUN = uuid.uuid4().hex[:8]


def name(text):
    return f"client-{RUN}-{text}"


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    print("ok:", what, flush=True)


def fails(status, code, what, call):
    try:
        call()
    except SchemaRegistryError as error:
        check((error.http_status_code, error.error_code) == (status, code), f"{what}: {error}")
        return
    raise AssertionError(f"{what}: no error")


def record(*fields):
    return Schema(json.dumps({"type": "record", "name": "Order", "namespace": f"shop.run{RUN}", "fields": list(fields)}), "AVRO")


ID = {"name": "id", "type": "long"}
NOTE = {"name": "note", "type": ["null", "string"], "default": None}
TOTAL = {"name": "total", "type": "double"}


def fresh():
    """A client without a memory of what it asked before."""
    return SchemaRegistryClient({"url": URL})


def registering(client):
    subject = name("orders/value")
    first = client.register_schema(subject, record(ID))
    check(first > 0, f"a schema gets an id: {first}")
    check(fresh().register_schema(subject, record(ID)) == first, "the same schema has the same id")
    spaced = Schema(json.dumps(json.loads(record(ID).schema_str), indent=4), "AVRO")
    check(fresh().register_schema(subject, spaced) == first, "space does not make another schema")
    full = fresh().register_schema_full_response(subject, record(ID, NOTE))
    check(full.version == 2 and full.schema_id > first and full.guid, "the second version follows")
    other = fresh().register_schema(name("elsewhere"), record(ID))
    check(other == first, "the id is the same under another subject")
    got = fresh().get_schema(first)
    check(json.loads(got.schema_str) == json.loads(record(ID).schema_str), "a schema is read by its id")
    check(fresh().get_schema(first, subject_name=subject).schema_str == got.schema_str, "and with the subject that it is for")
    check(fresh().get_schema_by_guid(full.guid).schema_type == "AVRO", "and by its guid")
    check(set(client.get_subjects_by_schema_id(first)) == {subject, name("elsewhere")}, "the subjects of an id")
    places = {(place.subject, place.version) for place in client.get_schema_versions(first)}
    check(places == {(subject, 1), (name("elsewhere"), 1)}, "the versions of an id")
    found = fresh().lookup_schema(subject, record(ID, NOTE))
    check((found.version, found.schema_id) == (2, full.schema_id), "a schema is looked up")
    check(fresh().lookup_schema(subject, record(ID, NOTE), normalize_schemas=True).version == 2, "and normalized")
    fails(404, 40403, "one that is not there is not found", lambda: fresh().lookup_schema(subject, record(TOTAL)))
    fails(404, 40401, "nor is a subject", lambda: fresh().lookup_schema(name("none"), record(TOTAL)))
    fails(409, 409, "one that old data cannot be read with is refused", lambda: fresh().register_schema(subject, record(ID, TOTAL)))
    fails(422, 42201, "one that is none is refused", lambda: fresh().register_schema(subject, Schema('{"type": "recor"}', "AVRO")))
    check(fresh().get_latest_version(subject).version == 2, "the latest version")
    check(fresh().get_version(subject, 1).schema_id == first, "a version")
    check(fresh().get_version(subject, "latest").version == 2, "the version named latest")
    check(client.get_versions(subject) == [1, 2], "the versions of a subject")
    check(client.get_versions(subject, offset=1, limit=1) == [2], "a part of them")
    fails(404, 40402, "a version that is not there", lambda: fresh().get_version(subject, 9))
    fails(422, 42202, "a version that cannot be", lambda: fresh().get_version(subject, "newest"))
    check(subject in client.get_subjects(), "the subjects")
    check(client.get_subjects(subject_prefix=name("orders")) == [subject], "those with a prefix")
    check(client.get_schema_types() == ["AVRO", "JSON", "PROTOBUF"], "the languages")
    check("." in client.get_contexts(), "the contexts")
    return subject, first


def comparing(client, subject):
    check(client.test_compatibility(subject, record(ID, NOTE)), "a compatible schema passes")
    check(not client.test_compatibility(subject, record(ID, TOTAL), 1, verbose=True), "another does not")
    check(not client.test_compatibility_all_versions(subject, record(ID, TOTAL), verbose=True), "nor against all versions")
    check(client.set_compatibility(subject, "FORWARD_TRANSITIVE")["compatibility"] == "FORWARD_TRANSITIVE", "a level is set")
    check(client.get_compatibility(subject) == "FORWARD_TRANSITIVE", "and told")
    check(client.test_compatibility_all_versions(subject, record(ID, TOTAL)), "what old readers can pass over passes")
    client.set_config(subject, ServerConfig(compatibility=ConfigCompatibilityLevel.FULL, compatibility_group="major"))
    config = client.get_config(subject)
    check((config.compatibility_level, config.compatibility_group) == (ConfigCompatibilityLevel.FULL, "major"), "settings are told")
    check(client.delete_config(subject).compatibility_level == ConfigCompatibilityLevel.FULL, "settings are taken back")
    fails(404, 40408, "a subject without a level", lambda: client.get_compatibility(subject))
    fails(422, 42203, "a level that is none", lambda: client.set_compatibility(subject, "SIDEWAYS"))
    before = client.get_compatibility()
    client.set_compatibility(level="FULL")
    check(client.get_compatibility() == "FULL", "the level of all is set")
    client.set_config(config=ServerConfig(compatibility=ConfigCompatibilityLevel(before)))
    check(client.get_config().compatibility_level.value == before, "and set back")


def modes(client, subject):
    check(client.get_global_mode() == "READWRITE", "the mode of all")
    fails(404, 40409, "a subject without a mode", lambda: client.get_mode(subject))
    check(client.update_mode(subject, "READONLY") == "READONLY", "a mode is set")
    check(client.get_mode(subject) == "READONLY", "and told")
    fails(422, 42205, "what is for reading is not written", lambda: fresh().register_schema(subject, record(ID, NOTE, {**NOTE, "name": "more"})))
    check(fresh().register_schema(subject, record(ID)) > 0, "what is there is told all the same")
    check(client.delete_mode(subject) == "READONLY", "a mode is taken back")
    fails(422, 42204, "a mode that is none", lambda: client.update_mode(subject, "SIDEWAYS"))
    fails(422, 42205, "what is not empty is not imported into", lambda: client.update_mode(subject, "IMPORT"))
    check(client.update_mode(subject, "IMPORT", force=True) == "IMPORT", "unless that is forced")
    client.delete_mode(subject)
    check(client.update_global_mode("READWRITE") == "READWRITE", "the mode of all is set")


def references(client):
    subject, base = name("order"), name("customer")
    customer = Schema(json.dumps({"type": "record", "name": "Customer", "namespace": f"shop.run{RUN}", "fields": [ID]}), "AVRO")
    client.register_schema(base, customer)
    order = Schema(
        json.dumps({"type": "record", "name": "Order", "fields": [{"name": "by", "type": f"shop.run{RUN}.Customer"}]}), "AVRO",
        [SchemaReference(f"shop.run{RUN}.Customer", base, 1)])
    id = client.register_schema(subject, order)
    got = fresh().get_schema(id)
    check([(r.name, r.subject, r.version) for r in got.references] == [(f"shop.run{RUN}.Customer", base, 1)], "references are told")
    check(client.get_referenced_by(base, 1) == [id], "and who refers")
    fails(422, 42206, "what is referred to stays", lambda: client.delete_version(base, 1))
    missing = Schema(order.schema_str, "AVRO", [SchemaReference("x", name("none"), 1)])
    fails(422, 42201, "a reference leads somewhere", lambda: fresh().register_schema(subject, missing))


def contracts(client):
    subject = name("contract")
    rule = Rule("masked", "", RuleKind.TRANSFORM, RuleMode.WRITE, "ENCRYPT", ["PII"], RuleParams({"k": "v"}), None, None, "ERROR", False)
    schema = record(ID)
    described = Schema(
        schema.schema_str, "AVRO", [], Metadata(None, MetadataProperties({"owner": "checkout", "major": "1"}), None),
        RuleSet(None, [rule]))
    client.register_schema(subject, described)
    got = fresh().get_latest_version(subject).schema
    check(got.metadata.properties.properties == {"owner": "checkout", "major": "1"}, "metadata is given back")
    check(got.rule_set.domain_rules[0].name == "masked", "and rules are")
    check(fresh().get_latest_with_metadata(subject, {"owner": "checkout"}).version == 1, "a version is found by its metadata")
    fails(404, 40403, "or not", lambda: fresh().get_latest_with_metadata(subject, {"owner": "billing"}))
    check(fresh().lookup_schema(subject, schema).version == 1, "a schema is found whatever its metadata")


def languages(client):
    draft = {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "properties": {"id": {"type": "integer"}}}
    id = client.register_schema(name("json"), Schema(json.dumps(draft), "JSON"))
    got = fresh().get_schema(id)
    check(got.schema_type == "JSON" and json.loads(got.schema_str) == draft, "JSON Schema is kept")
    proto = 'syntax = "proto3";\npackage shop;\nimport "google/protobuf/timestamp.proto";\n' \
        'message Order { int64 id = 1; google.protobuf.Timestamp at = 2; }\n'
    id = client.register_schema(name("proto"), Schema(proto, "PROTOBUF"))
    check(fresh().get_schema(id).schema_type == "PROTOBUF", "Protobuf is kept")
    serialized = fresh().get_schema(id, fmt="serialized").schema_str
    again = fresh().register_schema(name("proto"), Schema(serialized, "PROTOBUF"))
    check(again == id, "its descriptor is the same schema")
    fails(409, 409, "another language does not follow", lambda: fresh().register_schema(name("json"), Schema(proto, "PROTOBUF")))
    fails(422, 42201, "nor is an unknown one taken", lambda: fresh().register_schema(name("x"), Schema("a = 1", "TOML")))


def deleting(client, subject, first):
    check(client.delete_version(subject, 1) == 1, "a version is deleted")
    check(client.get_versions(subject) == [2] and client.get_versions(subject, deleted=True) == [1, 2], "softly")
    check(client.get_versions(subject, deleted_only=True) == [1], "and told among the deleted")
    check(fresh().get_schema(first).schema_str is not None, "its schema is still read by its id")
    fails(404, 40406, "once is enough", lambda: client.delete_version(subject, 1))
    check(fresh().get_version(subject, 1, deleted=True).schema_id == first, "a deleted version is read where it is asked for")
    check(client.delete_version(subject, 1, permanent=True) == 1, "a version is deleted for good")
    fails(404, 40407, "but first softly", lambda: client.delete_version(subject, 2, permanent=True))
    fails(404, 40405, "and so is a subject", lambda: client.delete_subject(name("elsewhere"), permanent=True))
    check(client.delete_subject(subject) == [2], "a subject is deleted softly")
    check(client.delete_subject(subject, permanent=True) == [2], "then for good")
    check(subject not in client.get_subjects(deleted=True), "and gone")
    fails(404, 40401, "there is nothing left to delete", lambda: client.delete_subject(subject))
    other = name("elsewhere")
    check(client.delete_subject(other) == [1], "another is deleted softly")
    fails(404, 40404, "once is enough for it, too", lambda: client.delete_subject(other))
    check(other in client.get_subjects(deleted=True), "it is told among the deleted")
    check(fresh().register_schema(other, record(ID)) == first, "the same schema comes back with its id")
    check(client.get_versions(other) == [2], "as a new version")


def main():
    client = fresh()
    subject, first = registering(client)
    comparing(client, subject)
    modes(client, subject)
    references(client)
    contracts(client)
    languages(client)
    deleting(client, subject, first)
    fails(404, 404, "associations are not served", lambda: client.get_associations_by_resource_name("orders", "-"))
    client.clear_latest_caches()
    client.clear_caches()
    print("all checks held")


main()
