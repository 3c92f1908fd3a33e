using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Errors;

/// <summary>A request that is refused, and the documented form of its refusal. <c>:id</c> in a path stands for a contact's id.</summary>
internal sealed record ErrorCase(
    int Status,
    string Method,
    string Path,
    string Body,
    string Expected,
    string Scope = "*:*",
    bool HasKey = true,
    string Type = "application/json",
    string Header = ""
)
{
    public static readonly IReadOnlyDictionary<string, ErrorCase> All = new Dictionary<string, ErrorCase>
    {
        ["malformed JSON"] = new(
            400,
            "POST",
            "/contacts",
            "{\n  \"first_name\": Jane }",
            """{"name":"BadRequest","message":"Malformed JSON at line 2, position 17","code":400,"className":"bad-request"}"""
        ),
        ["unknown field"] = new(
            400,
            "POST",
            "/contacts",
            """{"frist_name":"Jane","email":"jane@example.com"}""",
            """{"name":"BadRequest","message":"Validation failed","code":400,"className":"bad-request","errors":{"frist_name":["is not a known field; did you mean 'first_name'?"]}}"""
        ),
        ["all problems at once"] = new(
            400,
            "POST",
            "/contacts",
            """{"email":"jane","lead_score":"high","do_not_contact":"no","lifecycle_stage":"friend","colour":1,"external_id":"","phone":"+1"}""",
            """{"name":"BadRequest","message":"Validation failed","code":400,"className":"bad-request","errors":{"lead_score":["must be a whole number"],"do_not_contact":["must be true or false"],"lifecycle_stage":["must be one of: subscriber, lead, marketing_qualified_lead, sales_qualified_lead, opportunity, customer, evangelist, other"],"colour":["is not a known field"],"external_id":["must be 1 to 255 characters"],"email":["must be a valid email address"],"phone":["must be a valid phone number"]}}"""
        ),
        ["unknown query field"] = new(
            400,
            "GET",
            "/contacts?emial=x",
            "",
            """{"name":"BadRequest","message":"Unknown field 'emial'. Did you mean 'email'?","code":400,"className":"bad-request"}"""
        ),
        ["bad query value"] = new(
            400,
            "GET",
            "/contacts?lead_score=high",
            "",
            """{"name":"BadRequest","message":"Validation failed","code":400,"className":"bad-request","errors":{"lead_score":["must be a whole number"]}}"""
        ),
        ["no key"] = new(
            401,
            "GET",
            "/contacts",
            "",
            """{"name":"NotAuthenticated","message":"Missing API key","code":401,"className":"not-authenticated"}""",
            HasKey: false
        ),
        ["no key on an unknown address"] = new(
            401,
            "GET",
            "/nowhere",
            "",
            """{"name":"NotAuthenticated","message":"Missing API key","code":401,"className":"not-authenticated"}""",
            HasKey: false
        ),
        ["no permission"] = new(
            403,
            "GET",
            "/contacts",
            "",
            """{"name":"Forbidden","message":"Access denied: You do not have permission to view contacts. Please contact your organization administrator.","code":403,"className":"forbidden"}""",
            Scope: "roles:view"
        ),
        ["no record"] = new(
            404,
            "GET",
            "/contacts/123456789012",
            "",
            """{"name":"NotFound","message":"No record found for id '123456789012'","code":404,"className":"not-found"}"""
        ),
        ["unknown address"] = new(
            404,
            "GET",
            "/nowhere",
            "",
            """{"name":"NotFound","message":"Page not found","code":404,"className":"not-found"}"""
        ),
        ["method not allowed"] = new(
            405,
            "PUT",
            "/contacts",
            "{}",
            """{"name":"MethodNotAllowed","message":"Method not allowed","code":405,"className":"method-not-allowed"}"""
        ),
        ["conflict"] = new(
            409,
            "POST",
            "/contacts",
            """{"email":"taken@example.com"}""",
            """{"name":"Conflict","message":"email is already in use","code":409,"className":"conflict","data":{"existing_id":0},"errors":{"email":["is already in use"]}}"""
        ),
        ["body too large"] = new(
            413,
            "POST",
            "/contacts",
            new string(' ', 1024 * 1024 + 1),
            """{"name":"PayloadTooLarge","message":"The request body is too large","code":413,"className":"payload-too-large"}"""
        ),
        ["not in the version that was read"] = new(
            412,
            "PATCH",
            "/contacts/:id",
            "{}",
            """{"name":"PreconditionFailed","message":"The record is at version 1, which is not what the request asked for","code":412,"className":"precondition-failed","data":{"version":1}}""",
            Header: "If-Match: \"7\""
        ),
        ["address too long"] = new(
            414,
            "GET",
            "/contacts?first_name=" + new string('x', 33 * 1024),
            "",
            """{"name":"UriTooLong","message":"The request address is too long","code":414,"className":"uri-too-long"}"""
        ),
        ["not JSON"] = new(
            415,
            "POST",
            "/contacts",
            "<contact/>",
            """{"name":"UnsupportedMediaType","message":"The request body must be application/json in UTF-8","code":415,"className":"unsupported-media-type"}""",
            Type: "application/xml"
        ),
        ["idempotency key used for another request"] = new(
            422,
            "POST",
            "/contacts",
            "{\"first_name\":\"Joan\"}",
            """{"name":"Unprocessable","message":"This Idempotency-Key was used for another request","code":422,"className":"unprocessable"}""",
            Header: "Idempotency-Key: used"
        ),
        ["headers too large"] = new(
            431,
            "GET",
            "/contacts",
            "",
            """{"name":"BadRequest","message":"The request headers are too large","code":431,"className":"bad-request"}""",
            Header: "X-Large: " + new string('x', 33 * 1024)
        ),
    };

    /// <summary>Sends it as a tenant with the case's rights.</summary>
    public async Task<Reply> Send(Tenant tenant, string? accept, string? method = null, string id = "1")
    {
        var caller = Scope == "*:*" ? tenant : await tenant.As("owner", Scope);
        using var client = caller.Api.Anonymous();
        var request = new HttpRequestMessage(HttpMethod.Parse(method ?? Method), Path.Replace(":id", id, StringComparison.Ordinal));
        if (HasKey)
            request.Headers.Add("x-api-key", caller.Key);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        if (Header.Split(": ") is [var name, var value])
            request.Headers.TryAddWithoutValidation(name, value);
        if (Body.Length > 0)
            request.Content = new StringContent(Body, System.Text.Encoding.UTF8, Type);

        return await Reply.To(client, request);
    }
}
