namespace IdentityPools.Policies;

/// <summary>APIs and topics that are spoken to by name.</summary>
internal static class MessagingAccess
{
    /// <summary>Methods of an API: reading is GET, HEAD and OPTIONS, writing the others.</summary>
    /// <remarks>https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-resource-format.html</remarks>
    public static ServiceAccess ApiGateway(string source)
    {
        ValueList<string> reading = ["GET", "HEAD", "OPTIONS"];
        ValueList<string> writing = ["DELETE", "PATCH", "POST", "PUT"];
        return new("execute-api", "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5", source)
        {
            Everything = "arn:*:execute-api:*:*:*",
            Read = [new("execute-api:Invoke") { On = api => Methods(api, reading, writing) }],
            Write = [new("execute-api:Invoke") { On = api => Methods(api, writing, reading) }],
        };

        // The ARN may name the API, or a stage of it, or all down to the method and path; what it leaves open is any.
        static IEnumerable<ResourceName> Methods(ResourceName name, ValueList<string> meant, ValueList<string> others)
        {
            var (api, stageAndRest) = name.Cut("/");
            var (stage, methodAndPath) = OrAny(stageAndRest).Cut("/");
            var (method, path) = OrAny(methodAndPath).Cut("/");
            return method.IsEverything ? meant.Select(any => api + "/" + OrAny(stage) + $"/{any}/" + OrAny(path))
                : method.Literal is { } verb && others.Contains(verb) ? []
                : [name];
        }

        static ResourceName OrAny(ResourceName? part) => part is null or { Literal: "" } ? "*" : part;
    }

    /// <summary>Fields of a GraphQL API: reading is queries and subscriptions, writing is mutations. A field of another type belongs to both.</summary>
    /// <remarks>https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#aws-iam-authorization</remarks>
    public static ServiceAccess AppSync(string source)
    {
        ValueList<string> reading = ["Query", "Subscription"];
        ValueList<string> writing = ["Mutation"];
        return new("appsync", "arn:aws:appsync:eu-west-1:123456789012:apis/a1b2c3d4e5", source)
        {
            Kinds = ["apis/"],
            Everything = "arn:*:appsync:*:*:apis/*",
            Read = [new("appsync:GraphQL") { On = api => Fields(api, reading, writing) }],
            Write = [new("appsync:GraphQL") { On = api => Fields(api, writing, reading) }],
        };

        static IEnumerable<ResourceName> Fields(ResourceName name, ValueList<string> meant, ValueList<string> others)
        {
            var (api, typeAndField) = name.Cut("/types/");
            if (typeAndField is null)
            {
                var whole = api.Cut("apis/").After is { IsEverything: true } ? api : api.Without("/*");
                return meant.Select(type => whole + $"/types/{type}/fields/*");
            }

            var (type, field) = typeAndField.Cut("/");
            return type.IsEverything ? meant.Select(any => api + $"/types/{any}/" + (field ?? "fields/*"))
                : type.Literal is { } known && others.Contains(known) ? []
                : [name];
        }
    }

    /// <summary>Topics: reading is to subscribe and receive, writing is to publish; both have to connect.</summary>
    /// <remarks>
    /// Per identity, the client id has to be the identity's id, and topics lie below it:
    /// https://docs.aws.amazon.com/iot/latest/developerguide/pub-sub-policy.html. An identity that has signed in needs a policy of AWS IoT as well:
    /// https://docs.aws.amazon.com/iot/latest/developerguide/cognito-identities.html
    /// </remarks>
    public static ServiceAccess IoT(string source)
    {
        return new("iot", "arn:aws:iot:eu-west-1:123456789012:topic/shop/orders", source)
        {
            Kinds = ["topic/"],
            NeedsKind = true,
            Shared = Folder,
            // A client that subscribes may write + for one level and # for all.
            Wildcards = "*?+#",
            Read = [Connect("*"), new("iot:Subscribe") { On = static topic => As(topic, "topicfilter") }, new("iot:Receive")],
            Write = [Connect("*"), new("iot:Publish")],
            ReadPerIdentity =
            [
                Connect(ResourceName.Identity),
                new("iot:Subscribe") { On = static topic => Own(topic, "topicfilter") },
                new("iot:Receive") { On = static topic => Own(topic, "topic") },
            ],
            WritePerIdentity = [Connect(ResourceName.Identity), new("iot:Publish") { On = static topic => Own(topic, "topic") }],
        };

        static AccessGrant Connect(string client) =>
            new("iot:Connect") { On = topic => topic.IsEverything ? [topic] : [topic.Cut(":topic/").Before + $":client/{client}"] };

        static IEnumerable<ResourceName> As(ResourceName topic, string kind) =>
            topic.Cut(":topic/") is (var account, { } name) ? [account + $":{kind}/" + name] : [topic];

        static IEnumerable<ResourceName> Own(ResourceName topic, string kind) =>
            As(topic, kind)
                .Select(Folder)
                .Select(folder =>
                    !folder.IsOfIdentity ? folder + $"/{ResourceName.Identity}/*"
                    : folder.EndsWith("*") ? folder
                    : folder + "/*"
                );

        static ResourceName Folder(ResourceName topic) => topic.Without("/*").Without("/");
    }
}
