namespace IdentityPools.Access;

/// <summary>APIs and topics that are spoken to by name.</summary>
internal static class MessagingAccess
{
    /// <summary>Methods of an API: reading is GET, HEAD and OPTIONS, writing the others.</summary>
    /// <remarks>https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-resource-format.html</remarks>
    public static ServiceAccess ApiGateway(string source)
    {
        return new("execute-api", "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5", source)
        {
            Read = [new("execute-api:Invoke") { On = static api => Methods(api, "GET", "HEAD", "OPTIONS") }],
            Write = [new("execute-api:Invoke") { On = static api => Methods(api, "DELETE", "PATCH", "POST", "PUT") }],
        };

        // The ARN may name the API, or a stage of it, or all down to the method; what it leaves open is any.
        static IEnumerable<TemplateValue> Methods(ResourceName api, params string[] methods) =>
            (api.Parts?.Resource.Split('/').Length ?? 1) switch
            {
                1 => methods.Select(method => api.Below($"/*/{method}/*")),
                2 => methods.Select(method => api.Below($"/{method}/*")),
                _ => [api.Value],
            };
    }

    /// <summary>Fields of a GraphQL API: reading is queries and subscriptions, writing is mutations.</summary>
    /// <remarks>https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#aws-iam-authorization</remarks>
    public static ServiceAccess AppSync(string source)
    {
        return new("appsync", "arn:aws:appsync:eu-west-1:123456789012:apis/a1b2c3d4e5", source)
        {
            Read = [new("appsync:GraphQL") { On = static api => Fields(api, "Query", "Subscription") }],
            Write = [new("appsync:GraphQL") { On = static api => Fields(api, "Mutation") }],
        };

        static IEnumerable<TemplateValue> Fields(ResourceName api, params string[] types) =>
            api.Parts?.Resource.Contains("/types/", StringComparison.Ordinal) == true
                ? [api.Value]
                : types.Select(type => api.Below($"/types/{type}/fields/*"));
    }

    /// <summary>Topics: reading is to subscribe and receive, writing is to publish; both have to connect.</summary>
    /// <remarks>
    /// Per identity, the client id has to be the identity's id, and topics lie below it:
    /// https://docs.aws.amazon.com/iot/latest/developerguide/pub-sub-policy.html
    /// </remarks>
    public static ServiceAccess IoT(string source) =>
        new("iot", "arn:aws:iot:eu-west-1:123456789012:topic/shop/orders", source)
        {
            NeedsLiteral = true,
            Read =
            [
                new("iot:Connect") { On = static topic => As(topic, "client", "*") },
                new("iot:Subscribe") { On = static topic => As(topic, "topicfilter") },
                new("iot:Receive") { On = static topic => As(topic, "topic") },
            ],
            Write = [new("iot:Connect") { On = static topic => As(topic, "client", "*") }, new("iot:Publish") { On = static topic => As(topic, "topic") }],
            ReadPerIdentity =
            [
                new("iot:Connect") { On = static topic => As(topic, "client", ResourceName.Identity) },
                new("iot:Subscribe") { On = static topic => Own(As(topic, "topicfilter")) },
                new("iot:Receive") { On = static topic => Own(As(topic, "topic")) },
            ],
            WritePerIdentity =
            [
                new("iot:Connect") { On = static topic => As(topic, "client", ResourceName.Identity) },
                new("iot:Publish") { On = static topic => Own(As(topic, "topic")) },
            ],
        };

    /// <summary>The ARN of a topic as one of another kind, with its name or another one.</summary>
    private static IEnumerable<TemplateValue> As(ResourceName topic, string kind, string? name = null) =>
        topic.Parts is var (prefix, resource) ? [$"{prefix}{kind}/{name ?? resource[(resource.IndexOf('/', StringComparison.Ordinal) + 1)..]}"] : [topic.Value];

    private static IEnumerable<TemplateValue> Own(IEnumerable<TemplateValue> topics) =>
        topics.Select(topic => new ResourceName(topic).Below($"/{ResourceName.Identity}/*"));
}
