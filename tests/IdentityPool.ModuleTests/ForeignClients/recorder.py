"""Calls a service with boto3 and keeps what came back, without the values that no two servers have in common."""

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.parsers import ResponseParserError


class Recorder:
    """Keeps one line per call. Of members with the given names it keeps only that they are there: ids, dates and the like."""

    def __init__(self, service, endpoint, changing):
        config = Config(retries={"total_max_attempts": 1})
        self.client = boto3.client(
            service, endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test", config=config
        )
        self.changing = changing
        self.called = set()
        self.lines = []

    def __call__(self, operation, **parameters):
        """The whole answer; nothing when the service refuses or does not know the operation."""
        answer = {}
        try:
            answer = getattr(self.client, operation)(**parameters)
            line = {"answer": self.stable({key: item for key, item in answer.items() if key != "ResponseMetadata"})}
        except ClientError as error:
            line = {
                "status": error.response["ResponseMetadata"]["HTTPStatusCode"],
                "code": error.response["Error"].get("Code"),
                "message": error.response["Error"].get("Message"),
            }
        except ResponseParserError:
            line = {"missing": True}
        # moto answers an operation that it does not have with a page, which the JSON protocol takes for an error without a name.
        if line.get("status") == 500:
            line = {"missing": True}
        self.called.add(operation)
        self.lines.append({"operation": operation, **line})
        return answer

    def stable(self, value):
        if isinstance(value, dict):
            return {key: "..." if key in self.changing else self.stable(item) for key, item in value.items()}
        return [self.stable(item) for item in value] if isinstance(value, list) else value
