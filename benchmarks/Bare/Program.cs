using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AchieveApex.Bare;
using Npgsql;

// The program that the real one is measured against: no keys, no limit, no rights, no validation, no layers.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
await using var app = builder.Build();

var settings = app.Configuration.GetSection("Bare");
await using var database = NpgsqlDataSource.Create(settings["Database"]!);
var contacts = new Contacts(
    database,
    TimeProvider.System,
    settings.GetValue<long>("Organization"),
    settings.GetValue<long>("User"),
    settings.GetValue<long>("Key")
);

app.MapGet(
    "/contacts/{id:long}",
    async (long id, HttpContext http) => await Answer(http, 200, await contacts.Get(id, http.RequestAborted), Wire.Format.Contact)
);
app.MapGet(
    "/contacts",
    async (HttpContext http) =>
    {
        var query = http.Request.Query;
        var page = query["lifecycle_stage"] is [{ } stage]
            ? await contacts.ListOf(stage, http.RequestAborted)
            : await contacts.List(withTotal: query["$total"].Count == 0, http.RequestAborted);
        await Answer(http, 200, page, Wire.Format.ContactPage);
    }
);
app.MapPost(
    "/contacts",
    async (HttpContext http) => await Answer(http, 201, await contacts.Create(await Input(http), http.RequestAborted), Wire.Format.Contact)
);
app.MapPatch(
    "/contacts/{id:long}",
    async (long id, HttpContext http) =>
    {
        using var patch = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
        await Answer(http, 200, await contacts.Patch(id, patch.RootElement, http.RequestAborted), Wire.Format.Contact);
    }
);
app.MapPatch(
    "/contacts/{id:long}/overwrite",
    async (long id, HttpContext http) =>
        await Answer(http, 200, await contacts.OverwriteWith(id, await Input(http), http.RequestAborted), Wire.Format.Contact)
);

await app.StartAsync();
Console.WriteLine($"The bare program listens on {app.Urls.First()} ");
await app.WaitForShutdownAsync();

static async ValueTask<ContactInput> Input(HttpContext http) =>
    (await JsonSerializer.DeserializeAsync(http.Request.Body, Wire.Format.ContactInput, http.RequestAborted))!;

static async Task Answer<T>(HttpContext http, int status, T? value, JsonTypeInfo<T> type)
{
    if (value is null)
    {
        http.Response.StatusCode = 404;
        return;
    }

    var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
    (http.Response.StatusCode, http.Response.ContentType, http.Response.ContentLength) = (
        status,
        "application/json; charset=utf-8",
        body.Length
    );
    await http.Response.Body.WriteAsync(body, http.RequestAborted);
}
