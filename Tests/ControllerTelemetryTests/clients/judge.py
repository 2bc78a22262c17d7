"""What others' libraries make of what a controller emits.

    judge.py metrics     Prometheus' own parser reads the text on standard input; what it found is printed as JSON
    judge.py traces      OpenTelemetry's own messages are read from the JSON on standard input, unknown fields refused
    judge.py events      the SDK of CloudEvents reads the JSON on standard input
"""
import base64
import json
import math
import sys


def metrics(text):
    from prometheus_client.parser import text_string_to_metric_families

    for family in text_string_to_metric_families(text):
        yield {
            "name": family.name, "type": family.type, "help": family.documentation,
            "samples": [{"name": s.name, "labels": s.labels, "value": s.value if math.isfinite(s.value) else None} for s in family.samples],
        }


def traces(text):
    from google.protobuf import json_format
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    def hexadecimal(field):
        # OTLP has ids in hexadecimal where ProtoJSON takes base64: back to the text that was sent.
        return base64.b64encode(field).decode()

    request = json_format.Parse(text, ExportTraceServiceRequest(), ignore_unknown_fields=False)
    for resource_spans in request.resource_spans:
        resource = {a.key: a.value.string_value for a in resource_spans.resource.attributes}
        for scope_spans in resource_spans.scope_spans:
            for span in scope_spans.spans:
                yield {
                    "resource": resource, "scope": scope_spans.scope.name, "name": span.name, "kind": span.kind,
                    "trace": hexadecimal(span.trace_id), "span": hexadecimal(span.span_id), "parent": hexadecimal(span.parent_span_id),
                    "start": span.start_time_unix_nano, "end": span.end_time_unix_nano, "status": span.status.code,
                    "message": span.status.message, "flags": span.flags, "events": [e.name for e in span.events],
                    "links": [hexadecimal(link.trace_id) for link in span.links],
                    "attributes": {a.key: json_format.MessageToDict(a.value) for a in span.attributes},
                }


def events(text):
    from cloudevents.core.bindings.http import HTTPMessage, from_structured
    from cloudevents.core.formats.json import JSONFormat
    from cloudevents.core.v1.event import CloudEvent

    message = HTTPMessage(headers={"content-type": "application/cloudevents+json"}, body=text.encode())
    event = from_structured(message, JSONFormat(), CloudEvent)
    yield {
        "id": event.get_id(), "source": event.get_source(), "type": event.get_type(), "subject": event.get_subject(),
        "time": event.get_time().timestamp(), "data": event.get_data(),
    }


judges = {"metrics": metrics, "traces": traces, "events": events}
json.dump(list(judges[sys.argv[1]](sys.stdin.read())), sys.stdout)
